// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/size_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace parley::ui {

namespace {

constexpr qint64 kStep = 1024;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::ui::SizeWords)
};

} // namespace

QString sizeWords(qint64 bytes)
{
    if (bytes < kStep) // Qt has one form for every number: "85 байты"
        return Words::tr("%n byte(s)", nullptr, static_cast<int>(bytes));
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString uploadWords(qint64 done, qint64 total)
{
    const QLocale locale;
    double unit = 1;
    while (static_cast<double>(total) / unit >= kStep)
        unit *= kStep;
    const QString sent =
        locale.toString(static_cast<double>(std::clamp<qint64>(done, 0, total)) / unit, 'f', unit > 1 ? 1 : 0);
    //: How much of what is being sent has left: "2.1 of 8.0 MB"
    return Words::tr("%1 of %2").arg(sent, sizeWords(total));
}

} // namespace parley::ui
