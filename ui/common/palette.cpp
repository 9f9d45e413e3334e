// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/palette.h"

#include "language/keyboard_layout.h"
#include "ui/common/contrast.h"
#include "ui/common/theme.h"
#include "ui/common/tip.h"
#include "ui/common/tokens.h"

#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace parley::ui {

namespace {
constexpr int kShown = 60;
constexpr int kWidth = 560;
constexpr double kDotContrast = 3.0; ///< WCAG 1.4.11: what is no text
enum PaletteRole { KeyRole = Qt::UserRole + 1, KindRole, SignRole, DotRole };

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

using Sign = PaletteEntry::Sign;

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
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (selected) {
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
        const int side = QFontMetrics(option.font).height() * 2 / 3;
        if (const QVariant sign = index.data(SignRole); sign.isValid()) {
            paintSign(
                *painter, QRect(text.left(), text.center().y() - side / 2, side, side), Sign(sign.toInt()), tokens);
            text.setLeft(text.left() + side + 8);
        }
        if (const QColor dot = index.data(DotRole).value<QColor>(); dot.isValid()) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(standingOut(dot, selected ? tokens.selection : tokens.panel, kDotContrast));
            painter->drawEllipse(QRect(text.left(), text.center().y() - side / 2, side, side));
            text.setLeft(text.left() + side + 8);
        }
        painter->setFont(option.font);
        painter->setPen(tokens.text);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        painter->restore();
    }

private:
    /// Told apart by shape: a full round, a half one, a ring; a box with a check, with a line, an empty one.
    static void paintSign(QPainter &painter, const QRect &at, Sign sign, const Tokens &tokens)
    {
        if (sign == Sign::None)
            return;
        const QRectF box = QRectF(at).adjusted(1, 1, -1, -1);
        const bool person = sign == Sign::Online || sign == Sign::Busy || sign == Sign::Offline;
        const QColor colour = sign == Sign::Online ? tokens.ok : sign == Sign::Busy ? tokens.watch : tokens.dim;
        painter.setPen(QPen(sign == Sign::Checked || sign == Sign::Partly ? tokens.accent : colour, 1.5));
        painter.setBrush(sign == Sign::Online ? colour : QColor(Qt::transparent));
        if (person) {
            painter.drawEllipse(box);
            painter.setBrush(colour);
            if (sign == Sign::Busy)
                painter.drawChord(box, 180 * 16, 180 * 16); // sixteenths of a degree
            return;
        }
        painter.drawRoundedRect(box, 2, 2);
        const QPointF centre = box.center();
        if (sign == Sign::Checked) {
            painter.drawPolyline(QPolygonF{{QPointF(box.left() + 2, centre.y()),
                QPointF(centre.x() - 1, box.bottom() - 3), QPointF(box.right() - 2, box.top() + 3)}});
        } else if (sign == Sign::Partly) {
            painter.drawLine(QPointF(box.left() + 3, centre.y()), QPointF(box.right() - 3, centre.y()));
        }
    }
};
} // namespace

int fuzzyScore(const QString &typed, const QString &words)
{
    const QString plain = folded(words);
    return std::max(score(folded(typed), plain), score(folded(language::otherLayout(typed)), plain));
}

class Palette::Model : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;
    QList<PaletteEntry> all;
    std::function<QList<PaletteEntry>(const QString &)> offers;
    QList<PaletteEntry> shown; ///< best first
    bool signs = false; ///< some entry has one

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
        case SignRole: // where some have a sign, all have room for one
            return signs ? QVariant(int(entry.sign)) : QVariant();
        case DotRole:
            return entry.dot;
        case Qt::ToolTipRole:
            return plainTip(entry.tip);
        case Qt::AccessibleTextRole:
            return sentence(entry);
        default:
            return {};
        }
    }

    [[nodiscard]] static QString sentence(const PaletteEntry &entry)
    {
        QStringList parts{entry.words};
        if (entry.sign == Sign::Checked)
            parts += Palette::tr("chosen");
        else if (entry.sign == Sign::Partly)
            parts += Palette::tr("chosen for some");
        else if (entry.sign == Sign::Unchecked)
            parts += Palette::tr("not chosen");
        for (const QString &more : {entry.kind, entry.key, entry.tip}) {
            if (!more.isEmpty())
                parts += more;
        }
        return parts.join(QStringLiteral(", "));
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
        signs = std::ranges::any_of(all, [](const PaletteEntry &entry) { return entry.sign != Sign::None; });
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
    , m_hint(new QLabel(this))
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
    box->addWidget(m_hint);
    m_hint->setProperty("look", QStringLiteral("dim"));
    m_hint->setWordWrap(true);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &Palette::announce);
    connect(m_field, &QLineEdit::textChanged, this, &Palette::filter);
    connect(m_field, &QLineEdit::returnPressed, this, &Palette::run);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_list->setCurrentIndex(index);
        run();
    });
}

void Palette::ask(QList<PaletteEntry> entries, std::function<QList<PaletteEntry>(const QString &)> offers)
{
    ask({.title = tr("Go to anything"),
            .placeholder = tr("An action, a view, a customer, #number"),
            .none = tr("Nothing fits. Esc closes.")},
        std::move(entries), std::move(offers));
}

void Palette::ask(
    const PaletteWords &words, QList<PaletteEntry> entries, std::function<QList<PaletteEntry>(const QString &)> offers)
{
    m_refill = {};
    m_field->setPlaceholderText(words.placeholder);
    m_field->setAccessibleName(words.title);
    m_list->setAccessibleName(tr("What fits"));
    m_none->setText(words.none);
    m_hint->setText(words.hint);
    m_hint->setVisible(!words.hint.isEmpty());
    setWindowTitle(words.title);
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

void Palette::runAndStay()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const QString words = index.data().toString();
    const auto chosen = m_model->shown.at(index.row()).run;
    chosen();
    m_model->all = m_refill();
    const bool typed = !m_field->text().isEmpty();
    m_field->clear(); // filters
    if (!typed)
        filter();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->index(row).data().toString() == words)
            m_list->setCurrentIndex(m_model->index(row));
    }
}

/// The keys stay in the field, so a screen reader hears there what is chosen.
void Palette::announce()
{
    m_field->setAccessibleDescription(m_list->currentIndex().data(Qt::AccessibleTextRole).toString());
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    const int key = press->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (enter && m_refill && press->modifiers().testFlag(Qt::ControlModifier)) {
        runAndStay();
        return true;
    }
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
