# SPDX-License-Identifier: GPL-3.0-or-later
# Everything that Parley builds on; ./dev installs it. docs/decisions/ says why each was chosen.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Network WebSockets Svg LinguistTools)
find_package(QCoro6 REQUIRED COMPONENTS Core Network)
find_package(Qt6Keychain REQUIRED)
find_package(PkgConfig REQUIRED)
# The system's, or the one that ./dev built into .deps because the system's has no FTS5 (Ubuntu 24.04).
list(APPEND CMAKE_PREFIX_PATH ${CMAKE_SOURCE_DIR}/.deps/sqlcipher)
pkg_check_modules(SQLCIPHER REQUIRED IMPORTED_TARGET sqlcipher)
# Asked of the library itself: of some packages the version is that of the SQLite inside, of others SQLCipher's own.
include(CheckCSourceRuns)
set(CMAKE_REQUIRED_LIBRARIES PkgConfig::SQLCIPHER)
check_c_source_runs([[
#include <sqlite3.h>
int main(void)
{
    return sqlite3_libversion_number() >= 3043000 && sqlite3_compileoption_used("ENABLE_FTS5") ? 0 : 1;
}
]] PARLEY_SQLCIPHER_FITS)
unset(CMAKE_REQUIRED_LIBRARIES)
if(NOT PARLEY_SQLCIPHER_FITS)
    # To be asked again when there is another.
    unset(PARLEY_SQLCIPHER_FITS CACHE)
    unset(__pkg_config_checked_SQLCIPHER CACHE)
    unset(pkgcfg_lib_SQLCIPHER_sqlcipher CACHE)
    message(FATAL_ERROR "This SQLCipher does not do: Parley needs one with SQLite 3.43 or newer inside (contentless_delete) and with "
        "SQLITE_ENABLE_FTS5. On Ubuntu 24.04 ./dev builds it; docs/building.md says what to do elsewhere.")
endif()
# SQLCipher encrypts with it; we only say when it may end (storage/sqlite/cipher_library.h).
find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)
pkg_check_modules(GMIME REQUIRED IMPORTED_TARGET gmime-3.0)
pkg_check_modules(LIBETPAN REQUIRED IMPORTED_TARGET libetpan)
find_package(Threads REQUIRED)

# Two libraries that ship neither a CMake package nor a pkg-config file.
function(parley_find_library target header library)
    find_path(${target}_INCLUDE_DIR ${header} REQUIRED)
    find_library(${target}_LIBRARY ${library} REQUIRED)
    add_library(${target} INTERFACE IMPORTED GLOBAL)
    target_include_directories(${target} INTERFACE ${${target}_INCLUDE_DIR})
    target_link_libraries(${target} INTERFACE ${${target}_LIBRARY})
endfunction()
parley_find_library(stemmer libstemmer.h stemmer)
parley_find_library(cld2 cld2/public/compact_lang_det.h cld2)
parley_find_library(ytnef ytnef.h ytnef)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)

# KF6 where the system has it, else 5.115 or newer built against Qt 6 by ./dev into .deps (its package keeps the name KF5).
find_package(KF6SyntaxHighlighting QUIET)
if(TARGET KF6::SyntaxHighlighting)
    add_library(parley_highlighting ALIAS KF6::SyntaxHighlighting)
else()
    find_package(KF5SyntaxHighlighting 5.115 REQUIRED PATHS ${CMAKE_SOURCE_DIR}/.deps/ksyntaxhighlighting)
    add_library(parley_highlighting ALIAS KF5::SyntaxHighlighting)
endif()

if(PARLEY_BUILD_TESTS)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
    find_package(Catch2 3 REQUIRED)
endif()
