// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/palette.h"

#include "ui/common/theme.h"
#include "ui/common/tokens.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <string_view>

namespace parley::ui {

namespace {
constexpr int kShown = 60;
constexpr int kWidth = 560;
enum PaletteRole { KeyRole = Qt::UserRole + 1, KindRole };

QString folded(const QString &text)
{
    QString plain;
    const QString apart = text.toLower().normalized(QString::NormalizationForm_D);
    for (const QChar c : apart) {
        if (c.category() != QChar::Mark_NonSpacing)
            plain += c;
    }
    return plain;
}

/// What the same keys write on the other layout.
QString otherLayout(const QString &typed)
{
    constexpr std::u16string_view us = u"qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
    constexpr std::u16string_view ru = u"йцукенгшщзхъфывапролджэячсмитьбюё";
    QString other;
    for (const QChar c : typed.toLower()) {
        if (const auto at = us.find(c.unicode()); at != std::u16string_view::npos)
            other += QChar(ru[at]);
        else if (const auto back = ru.find(c.unicode()); back != std::u16string_view::npos)
            other += QChar(us[back]);
        else
            other += c;
    }
    return other;
}

int score(const QString &typed, const QString &words)
{
    int points = 0;
    int run = 0;
    qsizetype at = 0;
    for (const QChar c : typed) {
        if (c.isSpace())
            continue;
        const qsizetype found = words.indexOf(c, at);
        if (found < 0)
            return 0;
        run = found == at && at > 0 ? run + 1 : 0;
        const bool beginning = found == 0 || !words.at(found - 1).isLetterOrNumber();
        points += 1 + (beginning ? 8 : 0) + std::min(run, 4) * 3;
        at = found + 1;
    }
    return points + (words.startsWith(typed) ? 20 : 0);
}

class EntryDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, QFontMetrics(option.font).height() + 12};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = tokensFor(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(tokens.selection);
            painter->drawRoundedRect(option.rect.adjusted(4, 0, -4, 0), 6, 6);
        }
        QRect text = option.rect.adjusted(14, 0, -14, 0);
        const QFont small = resized(option.font, -1);
        const QString key = index.data(KeyRole).toString();
        const QString kind = index.data(KindRole).toString();
        const QString right = key.isEmpty() ? kind : key;
        painter->setFont(small);
        painter->setPen(tokens.dim);
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, right);
        text.setRight(text.right() - QFontMetrics(small).horizontalAdvance(right) - 14);
        painter->setFont(option.font);
        painter->setPen(tokens.text);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        painter->restore();
    }
};
} // namespace

int fuzzyScore(const QString &typed, const QString &words)
{
    const QString plain = folded(words);
    return std::max(score(folded(typed), plain), score(folded(otherLayout(typed)), plain));
}

class Palette::Model : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;
    QList<PaletteEntry> all;
    std::function<QList<PaletteEntry>(const QString &)> offers;
    QList<PaletteEntry> shown; ///< best first

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(shown.size()); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const PaletteEntry &entry = shown.at(index.row());
        switch (role) {
        case Qt::DisplayRole:
            return entry.words;
        case KeyRole:
            return entry.key;
        case KindRole:
            return entry.kind;
        case Qt::AccessibleTextRole:
            return entry.key.isEmpty() ? entry.words : entry.words + u", " + entry.key;
        default:
            return {};
        }
    }

    void filter(const QString &typed)
    {
        beginResetModel();
        QList<std::pair<int, int>> scored; // minus the score, row: best first, and as given where they are equal
        for (int row = 0; row < int(all.size()); ++row) {
            const int points = typed.isEmpty() ? 1 : fuzzyScore(typed, all.at(row).words);
            if (points > 0)
                scored.append({-points, row});
        }
        std::ranges::sort(scored);
        shown.clear();
        for (const auto &[points, row] : std::as_const(scored).mid(0, kShown))
            shown.append(all.at(row));
        if (!typed.isEmpty() && offers)
            shown += offers(typed);
        endResetModel();
    }
};

Palette::Palette(QWidget *window)
    : QDialog(window, Qt::Dialog | Qt::FramelessWindowHint)
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_none(new QLabel(this))
    , m_model(new Model(this))
{
    setObjectName(QStringLiteral("palette"));
    m_field->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setProperty("look", QStringLiteral("dim"));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(10, 10, 10, 10);
    box->addWidget(m_field);
    box->addWidget(m_list, 1);
    box->addWidget(m_none, 1);
    connect(m_field, &QLineEdit::textChanged, this, &Palette::filter);
    connect(m_field, &QLineEdit::returnPressed, this, &Palette::run);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_list->setCurrentIndex(index);
        run();
    });
}

void Palette::ask(QList<PaletteEntry> entries, std::function<QList<PaletteEntry>(const QString &)> offers)
{
    m_field->setPlaceholderText(tr("An action, a view, a customer, #number"));
    m_field->setAccessibleName(tr("Go to anything"));
    m_list->setAccessibleName(tr("What fits"));
    m_none->setText(tr("Nothing fits. Esc closes."));
    setWindowTitle(tr("Go to anything"));
    m_model->all = std::move(entries);
    m_model->offers = std::move(offers);
    m_field->clear();
    filter();
    const QWidget *window = parentWidget();
    resize(std::min(kWidth, window->width() - 40), std::min(420, window->height() - 80));
    move(window->mapToGlobal(QPoint((window->width() - width()) / 2, 60)));
    m_field->setFocus();
    open();
}

void Palette::filter()
{
    QString typed = m_field->text().trimmed();
    if (typed.startsWith(u'>'))
        typed.remove(0, 1);
    m_model->filter(typed.trimmed());
    m_list->setCurrentIndex(m_model->index(0));
    const bool none = m_model->rowCount() == 0;
    m_list->setVisible(!none);
    m_none->setVisible(none);
}

void Palette::run()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const auto chosen = m_model->shown.at(index.row()).run;
    accept();
    chosen();
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    int by = 0;
    if (key == Qt::Key_Down)
        by = 1;
    else if (key == Qt::Key_Up)
        by = -1;
    else if (key == Qt::Key_PageDown)
        by = 8;
    else if (key == Qt::Key_PageUp)
        by = -8;
    if (by == 0)
        return false;
    const int row = std::clamp(m_list->currentIndex().row() + by, 0, std::max(0, m_model->rowCount() - 1));
    m_list->setCurrentIndex(m_model->index(row));
    return true;
}

} // namespace parley::ui
