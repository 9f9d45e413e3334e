// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace parley::platforms::chatwoot {

/// Which conversations of an account: their numbers are counted from 1, so a bit each is enough. 50,000 of them take
/// some 6 kB in the cursor. Numbers beyond kMost are never in it.
class IdSet
{
public:
    static constexpr qint64 kMost = 40'000'000;

    void insert(qint64 id);
    void remove(qint64 id);
    [[nodiscard]] bool contains(qint64 id) const;
    [[nodiscard]] bool isEmpty() const { return count() == 0; }
    [[nodiscard]] int count() const;
    [[nodiscard]] QList<qint64> without(const IdSet &other, int most) const; ///< what is here and not there

    [[nodiscard]] QByteArray packed() const;
    [[nodiscard]] static IdSet unpacked(const QByteArray &text);

    friend bool operator==(const IdSet &, const IdSet &) = default;

private:
    QByteArray m_bits;
};

} // namespace parley::platforms::chatwoot
