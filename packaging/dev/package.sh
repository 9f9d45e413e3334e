# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev package: makes the .deb, then proves it: installs it, starts it as a user would, takes it off again.

make_package() {
    local deb
    rm -f build/release/parley_*.deb
    (cd build/release && cpack -G DEB > cpack.log 2>&1) || { cat build/release/cpack.log >&2; exit 1; }
    deb=$(ls "$ROOT"/build/release/parley_*.deb)
    say "Installing $deb"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends --reinstall "$deb" > build/release/install.log 2>&1 \
        || { tail -20 build/release/install.log >&2; exit 1; }
    trap 'as_root dpkg --remove parley > /dev/null' EXIT
    try_installed
    say "The package is $deb"
}

try_installed() {
    local home status=0
    home=$(mktemp -d)
    (umask 077 && echo '{}' > "$home/secrets.json")
    say "Starting the installed program"
    /usr/bin/parley --version
    /usr/bin/parley --data-dir "$home/data" --secrets "file:$home/secrets.json" doctor
    # The window stays until it is told to go; that it is still there after its first seconds is what is asked.
    xvfb-run -a timeout --preserve-status --signal=TERM 6 /usr/bin/parley --data-dir "$home/data" --secrets "file:$home/secrets.json" || status=$?
    rm -rf "$home"
    case $status in
        0 | 143) echo "The installed window opened and closed." ;;
        *) echo "The installed window ended with status $status." >&2; return 1 ;;
    esac
}
