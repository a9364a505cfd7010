"""inspect_image.py ARCHIVE FOLDER VERSION: says what is wrong with an image, and unpacks its layers to a folder.

Writes the image's entrypoint and environment as shell words to FOLDER.sh.
"""
import io
import json
import shlex
import sys
import tarfile

archive, folder, version = sys.argv[1:]
faults = []


def expect(what, found, wanted):
    if found != wanted:
        faults.append(f"{what}: {found!r}, expected {wanted!r}")


with tarfile.open(archive) as image:
    (entry,) = json.load(image.extractfile("manifest.json"))
    config = json.load(image.extractfile(entry["Config"]))
    run = config["config"]
    expect("name", entry["RepoTags"], [f"digisam:{version}"])
    expect("user", run.get("User"), "1654")
    expect("ports", list(run.get("ExposedPorts", {})), ["8080/tcp"])
    expect("entrypoint", run.get("Entrypoint"), ["/app/DigiSam.Web"])
    expect("arguments", run.get("Cmd"), ["--data", "/data", "--urls", "http://+:8080"])
    expect("folder", run.get("WorkingDir"), "/.")
    labels = run.get("Labels", {})
    expect("title", labels.get("org.opencontainers.image.title"), "DigiSam")
    expect("version", labels.get("org.opencontainers.image.version"), version)
    expect("licence", labels.get("org.opencontainers.image.licenses"), "EUPL-1.2")
    owners = {}
    for layer in entry["Layers"]:
        with tarfile.open(fileobj=io.BytesIO(image.extractfile(layer).read())) as files:
            owners.update((member.name.strip("./"), (member.uid, member.mode)) for member in files.getmembers())
            files.extractall(folder, numeric_owner=True, filter="fully_trusted")

for path in ("DigiSam.Web", "DigiSam.Web.dll", "DigiSam.Cli", "DigiSam.Cli.dll", "checklists/metrics.yaml", "workflows/sam-year/1.json", "wwwroot/app.css"):
    if f"app/{path}" not in owners:
        faults.append(f"/app/{path} is missing")
if not any(path.startswith("app/wwwroot/_framework/blazor.web") for path in owners):
    faults.append("the framework's script is missing")
for stranger in ("app/data", "app/digisam.db", "app/appsettings.Development.json"):
    if stranger in owners:
        faults.append(f"/{stranger} does not belong in an image")
for program in ("app/DigiSam.Web", "app/DigiSam.Cli"):
    if program in owners and not owners[program][1] & 0o111:
        faults.append(f"/{program} cannot be run")
expect("owner of /data", owners.get("data", (None,))[0], 1654)

with open(f"{folder}.sh", "w") as words:
    print("entrypoint=(" + shlex.join(run["Entrypoint"] + run["Cmd"]) + ")", file=words)
    print("environment=(" + shlex.join(run["Env"]) + ")", file=words)
print("\n".join(faults) if faults else f"The image is as it should be: {len(owners)} files in {len(entry['Layers'])} layers.")
sys.exit(1 if faults else 0)
