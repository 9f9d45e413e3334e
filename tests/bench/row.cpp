// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/row.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace parley::bench {

namespace {

QString number(double value)
{
    return QString::number(value, 'f', std::abs(value) >= 100 ? 0 : std::abs(value) >= 10 ? 1 : 3);
}

QString verdict(const Row &row)
{
    if (!row.reached)
        return {};
    return *row.reached ? QStringLiteral("yes") : QStringLiteral("NO");
}

} // namespace

double ratioOf(const Row &row)
{
    return row.yardstick > 0 ? row.value / row.yardstick : 0;
}

void printTable(const QList<Row> &rows)
{
    const QString line = QStringLiteral("%1 %2 %3 %4 %5  %6 %7\n");
    const auto print = [&line](const QString &name, const QString &value, const QString &unit, const QString &yardstick,
                           const QString &ratio, const QString &reached, const QString &goal) {
        const QString text = line.arg(name, -52)
                                 .arg(value, 11)
                                 .arg(unit, -10)
                                 .arg(yardstick, -44)
                                 .arg(ratio, 7)
                                 .arg(reached, -4)
                                 .arg(goal);
        std::fputs(text.toUtf8().constData(), stdout);
    };
    print(QStringLiteral("what"), QStringLiteral("value"), QStringLiteral("unit"), QStringLiteral("yardstick"),
        QStringLiteral("ratio"), QStringLiteral("met"), QStringLiteral("goal"));
    for (const Row &row : rows) {
        const QString yardstick = row.yardstickName.isEmpty()
            ? QString()
            : QStringLiteral("%1 (%2)").arg(number(row.yardstick), row.yardstickName);
        print(row.name, number(row.value), row.unit, yardstick, row.yardstick > 0 ? number(ratioOf(row)) : QString(),
            verdict(row), row.goal);
    }
}

bool writeJson(const QList<Row> &rows, const QString &path)
{
    QJsonArray array;
    for (const Row &row : rows) {
        QJsonObject object{{QStringLiteral("name"), row.name}, {QStringLiteral("value"), row.value},
            {QStringLiteral("unit"), row.unit}, {QStringLiteral("goal"), row.goal}};
        if (row.yardstick > 0) {
            object.insert(QStringLiteral("yardstick"), row.yardstick);
            object.insert(QStringLiteral("yardstick_name"), row.yardstickName);
            object.insert(QStringLiteral("ratio"), ratioOf(row));
        }
        if (row.reached)
            object.insert(QStringLiteral("reached"), *row.reached);
        array << object;
    }
    QFile file(path);
    const QByteArray text = QJsonDocument(array).toJson();
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

double percentile(std::vector<double> samples, double share)
{
    if (samples.empty())
        return 0;
    std::ranges::sort(samples);
    const auto index = static_cast<size_t>(std::ceil(share * static_cast<double>(samples.size()))) - 1;
    return samples[std::min(index, samples.size() - 1)];
}

} // namespace parley::bench
