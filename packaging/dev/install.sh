# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what a command of ./dev needs from the system's own packages. Sourced by ./dev.

# What each purpose needs, by Debian's names; "a|b": the first that the system has; "@a": only where the system has it.
# (dpkg-dev: libetpan.pc names its spec files, and the package is made with dpkg-shlibdeps. qt6-svg-plugins: where it is not
# a package of its own, the library brings the plugins.)
packages_for() {
    case $1 in
        build) echo cmake ninja-build g++ dpkg-dev git pkg-config ccache mold file xz-utils ca-certificates \
            qt6-base-dev qt6-base-private-dev qt6-svg-dev\|libqt6svg6-dev @qt6-svg-plugins qt6-websockets-dev\|libqt6websockets6-dev \
            qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-qpa-plugins libgl-dev qcoro-qt6-dev\|libqcoro6-dev qtkeychain-qt6-dev \
            libsqlcipher-dev libssl-dev catch2 libgmime-3.0-dev libetpan-dev libytnef0-dev libgumbo-dev libcld2-dev libstemmer-dev \
            libkf6syntaxhighlighting-dev\|extra-cmake-modules ;;
        servers) echo dovecot-imapd dovecot-lmtpd dovecot-submissiond python3-aiosmtpd openssl ;;
        desktop) echo xvfb xauth xdotool imagemagick fonts-noto-core fonts-dejavu-core fonts-noto-color-emoji \
            libgl1-mesa-dri procps qt6-translations-l10n ;;
        demo) packages_for servers ;;
        bench) echo isync notmuch time; packages_for servers ;;
        clang) echo clang-19\|clang-20\|clang-18 clang-format-19\|clang-format-20\|clang-format-18 \
            clang-tidy-19\|clang-tidy-20\|clang-tidy-18 libclang-rt-19-dev\|libclang-rt-20-dev\|libclang-rt-18-dev ;;
        threads) echo llvm-19\|llvm-20\|llvm-18 libicu-dev libglib2.0-dev libpcre2-dev zlib1g-dev libzstd-dev libbrotli-dev libssl-dev ;;
    esac
}

newest() { # TOOL: the newest clang tool that is installed
    compgen -c "$1-" | grep -E "^$1-[0-9]+\$" | sort -t- -k3 -n | tail -1
}

installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2> /dev/null)" = installed ]; }
offered() { apt-cache show --no-all-versions "$1" > /dev/null 2>&1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo > /dev/null; then sudo "$@"; else
        echo "./dev: packages must be installed, and this user is neither root nor has sudo." >&2
        echo "       Install them by hand and run the same command again: ${missing[*]%%|*}" >&2
        exit 1
    fi
}

missing_of() { # PURPOSE…: names what is not installed
    local wanted choice found
    for wanted in $(for purpose in "$@"; do packages_for "$purpose"; done | tr ' ' '\n' | sort -u); do
        if [ "${wanted#@}" != "$wanted" ]; then
            wanted=${wanted#@}
            offered "$wanted" || continue
        fi
        found=
        for choice in ${wanted//|/ }; do installed "$choice" && found=1 && break; done
        [ -n "$found" ] || echo "$wanted"
    done
}

resolve() { # WANTED…: of alternatives the first that is offered
    local wanted choice
    for wanted in "$@"; do
        for choice in ${wanted//|/ }; do
            if offered "$choice"; then echo "$choice"; break; fi
        done
    done
}

install_for() {
    if ! command -v dpkg-query > /dev/null; then
        echo "./dev installs from Debian or Ubuntu packages only; on other systems see docs/building.md." >&2
        return 0
    fi
    mapfile -t missing < <(missing_of "$@")
    if [ ${#missing[@]} -gt 0 ]; then
        say "Packages are missing: asking this system what it offers"
        as_root apt-get update -q > /dev/null
        mapfile -t missing < <(missing_of "$@")
        mapfile -t missing < <(resolve "${missing[@]}")
        say "To be installed from this system's packages: ${missing[*]}"
        without_starting_services install_packages
    fi
    case " $* " in *" build "*) need_highlighting; need_sqlcipher ;; esac
}

# Packages of servers start their services on all interfaces as they are installed; ours are started by the tests, on
# loopback. A policy that says no stands in the way meanwhile.
without_starting_services() {
    local policy=/usr/sbin/policy-rc.d ours= status=0
    if [ ! -e $policy ]; then
        printf '#!/bin/sh\nexit 101\n' | as_root tee $policy > /dev/null
        as_root chmod +x $policy
        ours=1
    fi
    "$@" || status=$?
    [ -z "$ours" ] || as_root rm -f $policy
    return $status
}

install_packages() {
    use_backports
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${backports_options[@]}" "${missing[@]}" > /dev/null
    drop_backports
}

# Debian 12 has Catch2 3 and SQLCipher 4 in its backports only. The list stands in apt's folder just for the installation;
# the mirror is the one that this machine already uses.
readonly BACKPORTS_LIST=/etc/apt/sources.list.d/parley-backports.list
backports_options=()
use_backports() {
    local mirror keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    [ "$(. /etc/os-release && echo "${VERSION_CODENAME:-}")" = bookworm ] || return 0
    mirror=$(apt-get indextargets --format '$(REPO_URI) $(COMPONENT)' | awk '$2 == "main" && $1 !~ /security/ {print $1; exit}')
    echo "deb ${keyring:+[signed-by=$keyring]} $mirror bookworm-backports main" | as_root tee $BACKPORTS_LIST > /dev/null
    printf 'Package: libsqlcipher* sqlcipher catch2 libcatch2-dev\nPin: release n=bookworm-backports\nPin-Priority: 900\n' \
        | as_root tee /etc/apt/preferences.d/parley-backports > /dev/null
    as_root apt-get update -q > /dev/null
}
drop_backports() {
    [ -e $BACKPORTS_LIST ] || return 0
    as_root rm -f $BACKPORTS_LIST /etc/apt/preferences.d/parley-backports
    as_root apt-get update -q > /dev/null
}

# The third-party programs that judge our sandbox and our connectors, from the npm registry that this machine is set up for.
install_node_modules() {
    if ! command -v npm > /dev/null; then
        missing=(nodejs npm)
        say "To be installed from this system's packages: ${missing[*]}"
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends nodejs npm > /dev/null
    fi
    local manifests=(tests/sandbox/judges/package.json tests/platforms/telegram/emulator/package.json)
    [ .deps/node/.done -nt "${manifests[0]}" ] && [ .deps/node/.done -nt "${manifests[1]}" ] && return 0
    say "Installing the third-party judges from npm"
    mkdir -p .deps/node
    # All in one call: npm takes away what a later call does not name.
    # shellcheck disable=SC2046 # one word a package
    if npm install --prefix .deps/node --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
        $(node -p 'process.argv.slice(1).flatMap(m => Object.entries(require(m).dependencies).map(d => d.join("@"))).join(" ")' \
            "${manifests[@]/#/$ROOT/}"); then
        touch .deps/node/.done
    else
        echo "./dev: npm could not fetch the third-party judges; the tests that need them say that they were skipped." >&2
    fi
}
