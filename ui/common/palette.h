// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QColor>
#include <QDialog>
#include <QList>
#include <QString>

#include <functional>

class QLabel;
class QLineEdit;
class QListView;

namespace parley::ui {

/// Something that the palette can do.
struct PaletteEntry {
    /// Drawn before the words; said beside them, too, since neither shape nor colour speaks to everybody.
    enum class Sign { None, Checked, Partly, Unchecked, Online, Busy, Offline };

    QString words;
    QString key; ///< shown at the right: how the palette teaches
    QString kind; ///< "Ticket", "View", "online": at the right, too; empty: an action
    std::function<void()> run;
    Sign sign = Sign::None;
    QColor dot{}; ///< of a label's colour, before the words; invalid: none
    QString tip{};
};

/// What a palette is asked for.
struct PaletteWords {
    QString title;
    QString placeholder;
    QString none; ///< where nothing fits
    QString hint{}; ///< under the list; empty: none
};

/// How well \a typed fits \a words: its letters in order, more for beginnings of words and for runs. 0: not at all.
/// Case and accents do not matter, and a text typed on the wrong layout ("ghbdtn") finds its words too.
[[nodiscard]] int fuzzyScore(const QString &typed, const QString &words);

/// Ctrl+K, and every list that one types to find in: one field over it.
class Palette : public QDialog
{
    Q_OBJECT
public:
    explicit Palette(QWidget *window);
    /// \param offers  entries made from what was typed ("Search for …"), put after those that fit
    void ask(QList<PaletteEntry> entries, std::function<QList<PaletteEntry>(const QString &)> offers);
    void ask(const PaletteWords &words, QList<PaletteEntry> entries,
        std::function<QList<PaletteEntry>(const QString &)> offers);
    /// Ctrl+Enter then does what Enter does without closing, and the entries are asked for anew. Null: it is as Enter.
    /// Holds until the next ask().
    void setRefill(std::function<QList<PaletteEntry>()> refill) { m_refill = std::move(refill); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Model;
    void filter();
    void run();
    void runAndStay();
    void announce();

    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_none;
    QLabel *m_hint;
    Model *m_model;
    std::function<QList<PaletteEntry>()> m_refill;
};

} // namespace parley::ui
