// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canned/canned_popup.h"

#include "models/display_text.h"
#include "models/placeholders.h"
#include "ui/common/theme.h"
#include "ui/common/tip.h"
#include "ui/common/tokens.h"

#include <QAbstractListModel>
#include <QEvent>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace parley::ui {

namespace {

constexpr int kWidest = 520; ///< pixels
constexpr int kNarrowest = 320; ///< narrower fields do not bind it
constexpr int kMostRows = 9; ///< seen at once
constexpr int kPage = 8;
constexpr int kGap = 4; ///< pixels between caret and list
constexpr int kCodeLength = 40; ///< UTF-16 units
constexpr int kLineLength = 200;
constexpr int kTipLength = 1'500;

enum Role { LineRole = Qt::UserRole + 1 };

QString firstLine(const QString &text)
{
    for (const QStringView line : QStringView(text).split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.trimmed().isEmpty())
            return safeForDisplay(line.trimmed().toString(), kLineLength);
    }
    return {};
}

} // namespace

class CannedPopup::Model : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    void set(const QList<CannedResponse> &responses, const QHash<QString, QString> &values)
    {
        beginResetModel();
        m_responses = responses;
        m_values = values;
        endResetModel();
    }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_responses.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const CannedResponse &response = m_responses.at(index.row());
        const auto filled = [&] { return fillIn(response.text, m_values).text; };
        switch (role) {
        case Qt::DisplayRole:
            return safeForDisplay(response.shortCode, kCodeLength);
        case LineRole:
            return firstLine(filled());
        case Qt::ToolTipRole:
            return plainTip(filled().left(kTipLength));
        case Qt::AccessibleTextRole:
            return QString(data(index, Qt::DisplayRole).toString() + u": " + data(index, LineRole).toString());
        default:
            return {};
        }
    }

private:
    QList<CannedResponse> m_responses;
    QHash<QString, QString> m_values;
};

class CannedPopup::Delegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, QFontMetrics(option.font).height() + 10};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = tokensFor(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(tokens.selection);
            painter->drawRoundedRect(option.rect.adjusted(4, 0, -4, 0), 6, 6);
        }
        QRect rest = option.rect.adjusted(12, 0, -12, 0);
        const QFont codeFont = bold(option.font);
        const QFontMetrics codeMetrics(codeFont);
        const QString code =
            codeMetrics.elidedText(index.data().toString(), Qt::ElideRight, std::max(60, rest.width() * 2 / 5));
        painter->setFont(codeFont);
        painter->setPen(tokens.accent);
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, code);
        rest.setLeft(rest.left() + codeMetrics.horizontalAdvance(code) + 12);
        painter->setFont(option.font);
        painter->setPen(selected ? tokens.text : tokens.dim);
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            option.fontMetrics.elidedText(index.data(LineRole).toString(), Qt::ElideRight, rest.width()));
        painter->restore();
    }
};

CannedPopup::CannedPopup(QWidget *window)
    : QFrame(window)
    , m_model(new Model(this))
    , m_list(new QListView(this))
    , m_none(new QLabel(this))
    , m_keys(new QLabel(this))
{
    setObjectName(QStringLiteral("cannedPopup"));
    setProperty("look", QStringLiteral("popup"));
    setAutoFillBackground(true);
    m_list->setObjectName(QStringLiteral("cannedList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new Delegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_none->setObjectName(QStringLiteral("cannedNone"));
    m_none->setProperty("look", QStringLiteral("dim"));
    m_none->setWordWrap(true);
    m_none->setTextFormat(Qt::PlainText);
    m_none->setContentsMargins(12, 10, 12, 10);
    m_keys->setProperty("look", QStringLiteral("dim"));
    m_keys->setContentsMargins(12, 4, 12, 5);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(1, 4, 1, 1);
    box->setSpacing(0);
    box->addWidget(m_list, 1);
    box->addWidget(m_none);
    box->addWidget(m_keys);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { Q_EMIT chosen(index.row()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CannedPopup::currentChanged);
    hide();
    retranslate();
}

void CannedPopup::retranslate()
{
    setAccessibleName(tr("Canned responses"));
    m_list->setAccessibleName(tr("Canned responses"));
    m_keys->setText(tr("↑ ↓ choose · Enter inserts · Esc keeps what is typed"));
    m_keys->setFont(resized(font(), -1.5));
}

void CannedPopup::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CannedPopup::setRows(
    const QList<CannedResponse> &responses, const QHash<QString, QString> &values, const QString &none)
{
    m_model->set(responses, values);
    m_none->setText(none);
    m_none->setVisible(responses.isEmpty());
    m_list->setVisible(!responses.isEmpty());
    m_keys->setVisible(!responses.isEmpty());
    m_list->setCurrentIndex(m_model->index(0));
    m_list->scrollToTop();
}

void CannedPopup::placeAt(const QRect &caret, const QRect &field)
{
    QRect room = parentWidget()->rect().adjusted(6, 6, -6, -6);
    if (field.width() >= kNarrowest) {
        room.setLeft(std::max(room.left(), field.left()));
        room.setRight(std::min(room.right(), field.right()));
    }
    const int width = std::min(kWidest, room.width());
    int wanted = 0;
    if (m_model->rowCount() > 0) {
        const int rows = std::min(kMostRows, m_model->rowCount());
        wanted = rows * (fontMetrics().height() + 10) + m_keys->sizeHint().height() + 7;
    } else {
        wanted = m_none->heightForWidth(width - 2) + 6;
    }
    const int below = room.bottom() - caret.bottom() - kGap;
    const int above = caret.top() - kGap - room.top();
    const bool under = below >= wanted || below >= above;
    const int height = std::min(wanted, std::max(40, under ? below : above));
    const int x = std::clamp(caret.left(), room.left(), std::max(room.left(), room.right() - width));
    setGeometry(x, under ? caret.bottom() + kGap : caret.top() - kGap - height, width, height);
}

void CannedPopup::step(int by)
{
    const int rows = m_model->rowCount();
    if (rows > 0) // round: the last is one step from the first
        m_list->setCurrentIndex(m_model->index((currentRow() + by % rows + rows) % rows));
}

void CannedPopup::stepPage(int by)
{
    const int rows = m_model->rowCount();
    if (rows > 0)
        m_list->setCurrentIndex(m_model->index(std::clamp(currentRow() + by * kPage, 0, rows - 1)));
}

int CannedPopup::currentRow() const
{
    return m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
}

QString CannedPopup::currentSentence() const
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return m_none->text();
    const QLocale locale;
    return tr("%1, %2 of %3: %4")
        .arg(index.data().toString(), locale.toString(index.row() + 1), locale.toString(m_model->rowCount()),
            index.data(LineRole).toString());
}

} // namespace parley::ui
