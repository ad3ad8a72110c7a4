#!/bin/sh
# nginx and openssl for the tests of the installed program; says so where they cannot be installed.
if command -v nginx >/dev/null && command -v openssl >/dev/null; then exit 0; fi
echo "Installing nginx for the tests of the installed program …"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nginx openssl >/dev/null && exit 0
fi
echo "nginx is not here and cannot be installed: the installed program will NOT be tried." >&2
