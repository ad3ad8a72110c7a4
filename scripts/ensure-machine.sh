#!/bin/sh
# What the tests of the installed program need of Debian: nginx and openssl, and mmdebstrap for a new machine to install
# on. Says so where they cannot be installed.
if command -v nginx >/dev/null && command -v openssl >/dev/null && command -v mmdebstrap >/dev/null; then exit 0; fi
echo "Installing nginx and mmdebstrap for the tests of the installed program …"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nginx openssl mmdebstrap iproute2 >/dev/null && exit 0
fi
echo "nginx or mmdebstrap is not here and cannot be installed: the installed program will NOT be tried whole." >&2
