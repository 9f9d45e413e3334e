# SPDX-License-Identifier: GPL-3.0-or-later
# Libraries that the system lacks, or has without what Parley needs of them: built once into .deps, where
# cmake/Dependencies.cmake looks for them, from the source archives in the system's own pool. Sourced by ./dev.

# The mirror is the one that this machine already uses.
mirror() { apt-get indextargets --format '$(REPO_URI) $(COMPONENT)' | awk '$2 == "main" && $1 !~ /security|backports/ {print $1; exit}'; }

# The hash is what is trusted, not the place.
fetch_source() { # FOLDER SHA256 PATH_IN_POOL: unpacks it into FOLDER/source
    local place
    place=$(mirror)
    /usr/lib/apt/apt-helper download-file "${place%/}/pool/$3" "$1/archive" "SHA256:$2" && mkdir "$1/source" \
        && tar -xf "$1/archive" -C "$1/source" --strip-components=1
}

# FUNCTION gets a folder to work in and the one to install into.
build_library() { # NAME FUNCTION
    local work
    work=$(mktemp -d)
    chmod 755 "$work" # apt reads and writes as a user of its own
    rm -rf ".deps/$1"
    ("$2" "$work" "$ROOT/.deps/$1") > "$work/log" 2>&1 || { tail -30 "$work/log" >&2; rm -rf "$work" ".deps/$1"; exit 1; }
    rm -rf "$work"
    touch ".deps/$1/.done"
}

# KSyntaxHighlighting for Qt 6 where the system does not package it.
need_highlighting() {
    installed libkf6syntaxhighlighting-dev && return 0
    [ -f .deps/ksyntaxhighlighting/.done ] && return 0
    say "Building KSyntaxHighlighting for Qt 6 (once, about a minute)"
    build_library ksyntaxhighlighting build_highlighting
}
build_highlighting() {
    local folder=k/ksyntax-highlighting/ksyntax-highlighting
    # Debian 12's and Ubuntu 24.04's.
    fetch_source "$1" 6f8ccacebd0dc9ce050b2b23b715750c97938b3336fbbb80967920cb8c1dfaa7 "main/${folder}_5.116.0.orig.tar.xz" \
        || fetch_source "$1" 0622a719ac243023b87a1592291c55c66ac9c6e79ab7be04fbb68ed2d3f2de0a "universe/${folder}_5.115.0.orig.tar.xz" \
        || return 1
    sed -i 's/find_package(ECM 5\.[0-9.]*/find_package(ECM 5.103.0/' "$1/source/CMakeLists.txt" \
        && cmake -S "$1/source" -B "$1/build" -G Ninja -DQT_MAJOR_VERSION=6 -DBUILD_TESTING=OFF -DBUILD_SHARED_LIBS=OFF \
            -DCMAKE_POSITION_INDEPENDENT_CODE=ON -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$2" \
        && ninja -C "$1/build" install && install -D -m 644 -t "$2/share/doc/ksyntaxhighlighting" "$1/source/LICENSES/MIT.txt"
}

# SQLCipher where the system's has no full-text search (Ubuntu 24.04). A library names its compile options in its text.
need_sqlcipher() {
    grep -qs ENABLE_FTS5 "$(pkg-config --variable=libdir sqlcipher)/libsqlcipher.so" && return 0
    [ -f .deps/sqlcipher/.done ] && return 0
    if ! command -v tclsh > /dev/null; then
        missing=(tcl)
        say "To be installed from this system's packages: ${missing[*]}"
        install_packages
    fi
    say "Building SQLCipher with full-text search (once, about a minute)"
    build_library sqlcipher build_sqlcipher
}
# With Debian's options, as far as Parley would notice. Its names stay inside the program: a library that comes along and
# uses the system's SQLite must not meet them.
build_sqlcipher() {
    fetch_source "$1" e4a527e38e67090c1d2dc41df28270d16c15f7ca5210a3e7ec4c4b8fda36e28f universe/s/sqlcipher/sqlcipher_4.5.6.orig.tar.gz \
        || return 1
    local options=(-DSQLITE_HAS_CODEC -DSQLITE_SECURE_DELETE -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_ENABLE_UNLOCK_NOTIFY)
    cd "$1/source" \
        && ./configure --prefix="$2" --libdir="$2/lib" --disable-shared --with-pic --disable-tcl --disable-readline --enable-tempstore=yes \
            --enable-fts5 --enable-update-limit CFLAGS="-O2 -g1 -fvisibility=hidden ${options[*]}" LDFLAGS=-lcrypto \
        && make -j"$(jobs)" libsqlcipher.la sqlcipher.pc && make lib_install \
        && install -D -m 644 -t "$2/include/sqlcipher" sqlite3.h && install -D -m 644 -t "$2/share/doc/sqlcipher" LICENSE.md \
        && sed -e 's/^Libs: .*/& -lcrypto -lm/' -e '/^Libs.private/d' sqlcipher.pc > sqlcipher.static.pc \
        && install -D -m 644 sqlcipher.static.pc "$2/lib/pkgconfig/sqlcipher.pc"
}
