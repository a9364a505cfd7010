#!/usr/bin/env bash
# Publishes the container image for real, against a throw-away registry on the loopback instead of the internet, looks into
# the archive, and runs the program from the image's own files as the image's own user. The base image is made of this
# machine's .NET, ICU and time zones. What cannot be done here is skipped and said.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

skip() { echo "SKIPPED: $1"; exit 0; }
fail() { echo "FAILED: $1"; exit 1; }
[[ "$(uname -sm)" == "Linux x86_64" ]] || skip "the base image is made for Linux on x64 alone"
for tool in python3 dotnet ldd tar; do command -v "$tool" >/dev/null || skip "$tool is not here"; done
python3 -c 'import sys; sys.exit(sys.version_info < (3, 12) and not hasattr(__import__("tarfile"), "data_filter"))' || skip "python3 is too old"

work="$(mktemp -d)"
registry=
trap '[[ -n "$registry" ]] && kill "$registry" 2>/dev/null; rm -rf "$work"' EXIT

# 1. A base image: .NET, what it is linked with, ICU, time zones, an ordinary user.
root="$work/root"
dotnet="$(dirname "$(readlink -f "$(command -v dotnet)")")"
mkdir -p "$root"/{usr/share/dotnet,usr/share/zoneinfo/Europe,usr/bin,etc,tmp,proc,dev}
chmod 1777 "$root/tmp"
cp -r "$dotnet"/{dotnet,host,shared} "$root/usr/share/dotnet/"
cp /usr/share/zoneinfo/Europe/Stockholm "$root/usr/share/zoneinfo/Europe/"
printf 'root:x:0:0::/:/bin/false\napp:x:1654:1654::/tmp:/bin/false\n' > "$root/etc/passwd"
{ find "$root/usr/share/dotnet" -name '*.so' -print0 | xargs -0 ldd 2>/dev/null; ldd "$dotnet/dotnet"
  find /lib /usr/lib -regex '.*/\(libicu\(uc\|i18n\|data\)\|libssl\|libcrypto\)\.so\.[0-9.]*' -exec ldd {} + -printf '\t=> %p (x)\n' 2>/dev/null
} | grep -oE '/[^ :]+\.so[^ :]*' | grep -v "^$root" | sort -u | while read -r library; do
  mkdir -p "$root/$(dirname "$library")" && cp -L "$library" "$root/$library"
done

# 2. Publish against it.
python3 tests/container/registry.py "$root" "$work/port" & registry=$!
for _ in $(seq 300); do [[ -s "$work/port" ]] && break; kill -0 "$registry" || fail "the registry stopped"; sleep 0.1; done
base="localhost:$(cat "$work/port")"
DOTNET_CONTAINER_INSECURE_REGISTRIES="$base" timeout 600 dotnet publish src/DigiSam.Web -t:PublishContainer -v quiet --nologo \
  -p:ContainerBaseImage="$base/base:10.0" -p:ContainerArchiveOutputPath="$work/digisam.tar.gz" || fail "the image could not be published"
version="$(dotnet msbuild src/DigiSam.Web -getProperty:Version)"

# 3. What is in it?
python3 tests/container/inspect_image.py "$work/digisam.tar.gz" "$work/image" "$version" || fail "the image is not as it should be"

# 4. Does it run? In a network and a tree of files of its own, as docker run does.
((EUID == 0)) || skip "running the image needs root"
for tool in unshare chroot ip curl; do command -v "$tool" >/dev/null || skip "running the image needs $tool"; done
unshare --net --mount --pid --fork true 2>/dev/null || skip "running the image needs namespaces"
source "$work/image.sh"
cat > "$work/run.sh" <<'RUN'
set -uo pipefail
image="$1" out="$2"; shift 2
ip link set lo up
mount -t proc proc "$image/proc"
touch "$image/dev/null" "$image/dev/urandom" && mount --bind /dev/null "$image/dev/null" && mount --bind /dev/urandom "$image/dev/urandom"
inside() { chroot --userspec=1654:1654 "$image" /usr/bin/env -i "${environment[@]}" "$@"; }
source "$image.sh"
inside /app/DigiSam.Cli doctor --municipality "Ås och Äppelby kommun" > "$out/doctor" 2>&1 || { cat "$out/doctor"; exit 1; }
chroot --userspec=1654:1654 "$image" /usr/bin/env -i "${environment[@]}" "${entrypoint[@]}" > "$out/log" 2>&1 & host=$!
for _ in $(seq 300); do
  curl -sf http://127.0.0.1:8080/health/ready >/dev/null && break
  kill -0 $host 2>/dev/null || { cat "$out/log"; exit 1; }
  sleep 0.2
done
curl -sf http://127.0.0.1:8080/logga-in > "$out/page" || exit 1
grep -q '<html lang="sv">' "$out/page" || { echo "no Swedish page"; exit 1; }
inside /app/DigiSam.Cli backup /tmp/kopia.zip > "$out/backup" 2>&1 || { cat "$out/backup"; exit 1; }
grep -q "Ås och Äppelby kommun" "$out/backup" || { cat "$out/backup"; exit 1; }
[[ "$(stat -c %u "$image/data/digisam.db")" == 1654 ]] || { echo "the database has another owner"; exit 1; }
kill -TERM $host && wait $host || { echo "the host did not stop well"; exit 1; }
cat "$out/log"
RUN
cp /usr/bin/env "$work/image/usr/bin/env"
mkdir "$work/out"
timeout 180 unshare --net --mount --pid --fork --kill-child bash "$work/run.sh" "$work/image" "$work/out" || fail "the image does not run"
echo "PASSED: published, looked into and run from its own files."
