"""A throw-away image registry on the loopback: serves one base image, made of a folder, for reading alone.

registry.py FOLDER FILE: makes an image of the folder, writes the port it answers on to FILE, and serves until it is ended.
"""
import gzip
import hashlib
import http.server
import io
import json
import sys
import tarfile

folder, port_file = sys.argv[1:]


def digest(content):
    return "sha256:" + hashlib.sha256(content).hexdigest()


packed = io.BytesIO()
with tarfile.open(fileobj=packed, mode="w") as tar:
    tar.add(folder, arcname=".")
layer = gzip.compress(packed.getvalue(), compresslevel=1)
config = json.dumps({
    "architecture": "amd64",
    "os": "linux",
    # What the usual base image says of itself.
    "config": {"Env": ["PATH=/usr/bin:/bin:/usr/share/dotnet", "APP_UID=1654", "ASPNETCORE_HTTP_PORTS=8080", "DOTNET_RUNNING_IN_CONTAINER=true"]},
    "rootfs": {"type": "layers", "diff_ids": [digest(packed.getvalue())]},
    "history": [{"created": "2026-01-01T00:00:00Z", "created_by": "container.sh"}],
}).encode()
config_type = "application/vnd.docker.container.image.v1+json"
layer_type = "application/vnd.docker.image.rootfs.diff.tar.gzip"
manifest_type = "application/vnd.docker.distribution.manifest.v2+json"
manifest = json.dumps({
    "schemaVersion": 2,
    "mediaType": manifest_type,
    "config": {"mediaType": config_type, "size": len(config), "digest": digest(config)},
    "layers": [{"mediaType": layer_type, "size": len(layer), "digest": digest(layer)}],
}).encode()
answers = {"/v2/": ("application/json", b"{}")}
for name in ("10.0", digest(manifest)):
    answers["/v2/base/manifests/" + name] = (manifest_type, manifest)
for kind, content in ((config_type, config), (layer_type, layer)):
    answers["/v2/base/blobs/" + digest(content)] = (kind, content)


class Registry(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        kind, content = answers.get(self.path, ("text/plain", None))
        self.send_response(404 if content is None else 200)
        content = content or b""
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        if content:
            self.send_header("Docker-Content-Digest", digest(content))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(content)

    do_HEAD = do_GET

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Registry)
with open(port_file, "w") as file:
    file.write(str(server.server_port))
server.serve_forever()
