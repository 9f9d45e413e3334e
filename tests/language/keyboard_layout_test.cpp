// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/keyboard_layout.h"

#include <catch2/catch_test_macros.hpp>

using parley::language::otherLayout;

TEST_CASE("A word typed on the wrong layout is read on the other one, both ways")
{
    CHECK(otherLayout(QStringLiteral("ghbdtn")) == QStringLiteral("привет"));
    CHECK(otherLayout(QStringLiteral("GHBDTN")) == QStringLiteral("привет"));
    CHECK(otherLayout(QStringLiteral("куагтв")) == QStringLiteral("refund"));
    CHECK(otherLayout(QStringLiteral("[jhjij")) == QStringLiteral("хорошо"));
    CHECK(otherLayout(QStringLiteral("`krf")) == QStringLiteral("ёлка"));
}

TEST_CASE("What is on neither layout stays as it is")
{
    CHECK(otherLayout(QStringLiteral("42 đ")) == QStringLiteral("42 đ"));
    CHECK(otherLayout({}).isEmpty());
}
