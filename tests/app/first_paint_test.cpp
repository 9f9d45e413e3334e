// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/first_paint.h"

#include <QPaintEvent>
#include <QTest>
#include <QWidget>

#include <catch2/catch_test_macros.hpp>

#include <memory>

using namespace parley::app;

namespace {

using namespace std::chrono_literals;

constexpr int kPatience = 120'000; // ms

class Painted final : public QWidget
{
public:
    using QWidget::QWidget;
    int times = 0;

protected:
    void paintEvent(QPaintEvent *) override { ++times; }
};

} // namespace

TEST_CASE("What waits for the first paint comes once, behind the paint of all that the window shows")
{
    QWidget window;
    window.resize(200, 100);
    auto *child = new Painted(&window);
    child->resize(100, 50);
    int calls = 0;
    int paintedThen = 0;
    afterFirstPaint(
        window,
        [&] {
            ++calls;
            paintedThen = child->times;
        },
        1h);
    window.show();
    REQUIRE(QTest::qWaitFor([&] { return calls > 0; }, kPatience));
    CHECK(paintedThen > 0);
    const int before = child->times;
    window.update();
    child->update();
    REQUIRE(QTest::qWaitFor([&] { return child->times > before; }, kPatience));
    QCoreApplication::processEvents();
    CHECK(calls == 1);
}

TEST_CASE("A window that nobody sees does not hold up what waits for its first paint")
{
    QWidget window;
    int calls = 0;
    afterFirstPaint(window, [&] { ++calls; }, 1ms);
    REQUIRE(QTest::qWaitFor([&] { return calls > 0; }, kPatience));
    window.show();
    REQUIRE(QTest::qWaitForWindowExposed(&window, kPatience));
    QCoreApplication::processEvents();
    CHECK(calls == 1);
}

TEST_CASE("What waits for the first paint of a window that is gone does not come")
{
    auto window = std::make_unique<QWidget>();
    int calls = 0;
    afterFirstPaint(*window, [&] { ++calls; }, 0ms);
    window.reset();
    QCoreApplication::processEvents();
    CHECK(calls == 0);
}
