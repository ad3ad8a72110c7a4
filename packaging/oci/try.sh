#!/bin/sh
# Starts the image as its own user and looks whether it answers: migrate, serve, /klaar, and that it can write nowhere
# but in its home. usage: try.sh IMAGE.tar [PORT]
set -eu
# With processes and mounts of its own: whatever was started ends with this script.
if [ -z "${APART:-}" ]; then
  place=$(mktemp -d) ended=0
  APART=$place unshare --pid --mount --fork --kill-child --mount-proc sh "$0" "$@" || ended=$?
  rm -rf "$place"
  exit "$ended"
fi
archive=$(realpath "$1") port=${2:-8123} place=$APART
export BUILDAH_ISOLATION=chroot STORAGE_DRIVER=vfs
buildah() { command buildah --root "$place/storage" --runroot "$place/run" "$@"; }

box=$(buildah from --quiet "oci-archive:$archive")
key() { head -c 32 /dev/urandom | base64 -w0 | tr '+/' '-_'; }
field=$(key) signal=$(key) figures=$(key) secret=$(key)
inside() {
  buildah run --env SECRET_KEY="$secret" --env FIELD_KEYS="$field" --env SIGNAL_KEYS="$signal" \
    --env FIGURES_KEY="$figures" --env PORT="$port" --env HOST=127.0.0.1 "$box" -- "$@"
}

user=$(inside id -u)
[ "$user" = 10001 ] || { echo "it runs as $user"; exit 1; }
for folder in / /etc /usr /opt/veerkracht; do
  inside sh -c "touch $folder/written" >/dev/null 2>&1 && { echo "it can write in $folder"; exit 1; }
done
for tool in gcc cc make npm node pip; do
  inside sh -c "command -v $tool" >/dev/null 2>&1 && { echo "$tool is in it"; exit 1; }
done
inside veerkracht web migrate --verbosity 0
inside veerkracht web backup >/dev/null
inside pg_dump --version
inside veerkracht web serve &
for turn in $(seq 60); do
  answer=$(python3 -c "import urllib.request as u; print(u.urlopen('http://127.0.0.1:$port/klaar', timeout=5).read().decode())" 2>/dev/null) && break
  sleep 1
done
echo "${answer:-it does not answer}"
[ "$answer" = '{"status": "ready"}' ]
