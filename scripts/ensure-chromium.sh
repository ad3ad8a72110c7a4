#!/bin/sh
# The browser tests need Debian's chromium. Installed when we may; otherwise said loudly, and those tests say "skipped".
command -v chromium >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing chromium for the browser tests …"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null && exit 0
fi
echo "########################################################################"
echo "# There is no chromium here, and it could not be installed.             #"
echo "# The tests marked 'browser' (tests/journeys) will NOT run.             #"
echo "########################################################################"
exit 0
