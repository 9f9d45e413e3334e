// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
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
    QString words;
    QString key; ///< shown at the right: how the palette teaches
    QString kind; ///< "Ticket", "View"; empty: an action
    std::function<void()> run;
};

/// How well \a typed fits \a words: its letters in order, more for beginnings of words and for runs. 0: not at all.
/// Case and accents do not matter, and a text typed on the wrong layout ("ghbdtn") finds its words too.
[[nodiscard]] int fuzzyScore(const QString &typed, const QString &words);

/// Ctrl+K: one field over everything.
class Palette : public QDialog
{
    Q_OBJECT
public:
    explicit Palette(QWidget *window);
    /// \param offers  entries made from what was typed ("Search for …"), put after those that fit
    void ask(QList<PaletteEntry> entries, std::function<QList<PaletteEntry>(const QString &)> offers);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Model;
    void filter();
    void run();

    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_none;
    Model *m_model;
};

} // namespace parley::ui
