#!/bin/sh
# Builds the image of Veerkracht from Debian's packages, the locked Python packages and one wheel. No registry of images,
# no compiler, no npm and no cache in it. Needs (Debian): mmdebstrap buildah python3-pip.
# usage: build.sh WHEEL OUT.tar   (the OUT is an OCI archive: `podman load -i OUT.tar`, `skopeo copy oci-archive:OUT.tar …`)
set -eu
wheel=$(realpath "$1") out=$(realpath -m "$2")
here=$(cd "$(dirname "$0")" && pwd)
lock=$here/../../requirements.lock
python=${PYTHON:-python3}
place=$(mktemp -d)
export BUILDAH_ISOLATION=chroot STORAGE_DRIVER=vfs
buildah() { command buildah --root "$place/storage" --runroot "$place/run" "$@"; }
trap 'buildah umount --all >/dev/null 2>&1 || true; rm -rf "$place"' EXIT

# 1. Debian: python3 and what it needs, nothing that installs or compiles; manuals and other languages stay out.
mmdebstrap --quiet --variant=essential --include=python3,ca-certificates,tzdata,media-types,libpq5,libreadline8 \
  --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
  --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
  bookworm "$place/base" >/dev/null
rm -rf "$place"/base/var/lib/apt "$place"/base/var/cache/* "$place"/base/var/log/* "$place"/base/usr/share/info

# 2. pg_dump and psql, for `veerkracht web backup`; the rest of that package is Perl around them.
(cd "$place" && apt-get download -qq -o APT::Sandbox::User=root postgresql-client-15 && dpkg-deb -x postgresql-client-15_*.deb client)
install -D "$place"/client/usr/lib/postgresql/15/bin/pg_dump "$place"/client/usr/lib/postgresql/15/bin/psql \
  -t "$place/base/usr/bin"

# 3. The packages of the lock file, each with its hash, and the wheel. Wheels alone: nothing is compiled.
export PIP_ROOT_USER_ACTION=ignore
pip="$python -m pip install --quiet --disable-pip-version-check --no-cache-dir --no-compile --only-binary=:all: \
  --python-version 3.11 --target $place/base/opt/veerkracht"
$pip --require-hashes -r "$lock"
$pip --no-deps --upgrade "$wheel"
rm -rf "$place"/base/opt/veerkracht/bin
# Django brings a hundred languages; the program speaks one.
find "$place/base/opt/veerkracht/django" -type d -path '*/locale/*' -prune ! -name nl ! -name en -exec rm -rf {} +
printf '#!/bin/sh\nexec /usr/bin/python3 -m veerkracht.cli "$@"\n' > "$place/base/usr/bin/veerkracht"
chmod 755 "$place/base/usr/bin/veerkracht"
echo 'veerkracht:x:10001:10001::/var/lib/veerkracht:/usr/sbin/nologin' >> "$place/base/etc/passwd"
echo 'veerkracht:x:10001:' >> "$place/base/etc/group"
install -d -o 10001 -g 10001 -m 750 "$place/base/var/lib/veerkracht"

# 4. One layer, one user without rights, one folder it may write in.
box=$(buildah from scratch)
buildah add --quiet "$box" "$place/base" / >/dev/null
# Adding makes everything root's.
buildah run --user 0:0 "$box" -- chown 10001:10001 /var/lib/veerkracht
buildah config --user 10001:10001 --workingdir /var/lib/veerkracht --volume /var/lib/veerkracht --port 8000 \
  --env PYTHONPATH=/opt/veerkracht --env PYTHONDONTWRITEBYTECODE=1 --env HOST=0.0.0.0 --env LANG=C.UTF-8 \
  --env VEERKRACHT_HOME=/var/lib/veerkracht --entrypoint '["veerkracht"]' --cmd 'web serve' \
  --label org.opencontainers.image.title=veerkracht --label org.opencontainers.image.licenses=EUPL-1.2 "$box"
buildah commit --quiet --rm "$box" veerkracht:latest >/dev/null
buildah push --quiet veerkracht:latest "oci-archive:$out:veerkracht:latest"
size=$(du -sm "$place/base" | cut -f1)
echo "$out: $size MB unpacked, $(du -sm "$out" | cut -f1) MB packed"
[ "$size" -lt 400 ] || { echo "larger than 400 MB: what came in?"; exit 1; }
