// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/raw/raw_dialog.h"

#include "models/display_text.h"
#include "models/file_name.h"
#include "ui/common/error_words.h"
#include "ui/common/size_words.h"
#include "ui/common/theme.h"
#include "ui/common/time_words.h"
#include "ui/raw/code_view.h"
#include "ui/raw/raw_text.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSaveFile>

namespace parley::ui {

namespace {

constexpr int kMostRows = 500;
constexpr int kListWidth = 270;
constexpr int kReasonLength = 300;

QString syntaxOf(const RawText &raw, const QString &mediaType)
{
    if (raw.text.size() > kRawHighlighted)
        return {};
    if (raw.isJson)
        return QStringLiteral("JSON");
    return mediaType == u"message/rfc822" ? QStringLiteral("Email") : QString();
}

} // namespace

Result<void> saveRawPayload(const QString &path, const QByteArray &payload)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(payload) == payload.size() && file.commit())
        return {};
    return Error{ErrorKind::Storage, QStringLiteral("payload not saved"),
        RawDialog::tr("“%1” could not be written: %2.").arg(path, file.errorString()), {}, false};
}

QString rawFileName(const storage::Reader::RawRow &row)
{
    QString suffix = QStringLiteral(".txt");
    if (row.mediaType.contains(u"json"))
        suffix = QStringLiteral(".json");
    else if (row.mediaType == u"message/rfc822")
        suffix = QStringLiteral(".eml");
    const QString stem = row.remoteId.isEmpty() ? QString::number(row.id.value) : row.remoteId;
    // A path's parts are all of one id here, not folders.
    QString name = QStringLiteral("payload-") + stem;
    name.replace(u'/', u'_').replace(u'\\', u'_');
    return safeFileName(name + suffix);
}

RawDialog::RawDialog(storage::Reader &reader, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_reader(reader)
    , m_clock(clock)
{
    setObjectName(QStringLiteral("rawPayloads"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    resize(920, 600);
    build();
    retranslate();
}

void RawDialog::build()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("payloads"));
    m_list->setFixedWidth(kListWidth);
    m_list->setProperty("look", QStringLiteral("rows"));
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    row->addWidget(m_list);
    m_empty = new QLabel(this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setProperty("look", QStringLiteral("dim"));
    m_empty->setWordWrap(true);
    row->addWidget(m_empty, 1);
    m_right = new QWidget(this);
    auto *column = new QVBoxLayout(m_right);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(8);
    m_reason = new QLabel(m_right);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_reason->setFont(bold(font()));
    m_facts = new QLabel(m_right);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(true);
    m_facts->setProperty("look", QStringLiteral("dim"));
    m_code = new CodeView(m_right);
    m_code->setObjectName(QStringLiteral("code"));
    m_note = new QLabel(m_right);
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setProperty("look", QStringLiteral("dim"));
    column->addWidget(m_reason);
    column->addWidget(m_facts);
    column->addWidget(m_code, 1);
    column->addWidget(m_note);
    auto *buttons = new QHBoxLayout;
    m_copy = new QPushButton(m_right);
    m_save = new QPushButton(m_right);
    m_close = new QPushButton(m_right);
    for (QPushButton *button : {m_copy, m_save, m_close})
        button->setAutoDefault(false);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    buttons->addStretch();
    buttons->addWidget(m_close);
    column->addLayout(buttons);
    row->addWidget(m_right, 1);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item)
            showPayload(RawId{item->data(Qt::UserRole).toLongLong()});
    });
    connect(m_copy, &QPushButton::clicked, this, &RawDialog::copy);
    connect(m_save, &QPushButton::clicked, this, &RawDialog::save);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
}

void RawDialog::retranslate()
{
    setWindowTitle(tr("Raw payloads"));
    m_list->setAccessibleName(tr("Payloads that were not understood"));
    m_code->setAccessibleName(tr("The payload as it came"));
    m_empty->setText(tr("Everything that came was understood."));
    m_copy->setText(tr("Copy"));
    m_save->setText(tr("Save as…"));
    m_close->setText(tr("Close"));
    reload();
}

void RawDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RawDialog::reload()
{
    const RawId chosen = m_row ? m_row->id : RawId{};
    if (const auto accounts = m_reader.accounts()) {
        m_accounts.clear();
        for (const Account &account : *accounts)
            m_accounts.insert(account.id, account.name);
    }
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        if (const auto rows = m_reader.rawPayloads(kMostRows)) {
            for (const auto &row : *rows) {
                auto *item =
                    new QListWidgetItem(QStringLiteral("%1 · %2\n%3")
                                            .arg(listTime(row.received, m_clock.now()), m_accounts.value(row.account),
                                                safeForDisplay(row.reason, kReasonLength)),
                        m_list);
                item->setData(Qt::UserRole, row.id.value);
                if (row.id == chosen)
                    m_list->setCurrentItem(item);
            }
        }
    }
    if (chosen.isValid())
        showPayload(chosen);
    else if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    else
        display(std::nullopt);
}

void RawDialog::showPayload(RawId id)
{
    const auto row = m_reader.rawPayload(id);
    if (!row) {
        display(std::nullopt);
        m_empty->setText(wordsFor(row.error()));
        return;
    }
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->data(Qt::UserRole).toLongLong() != id.value)
            continue;
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentRow(i);
    }
    display(*row);
}

void RawDialog::display(const std::optional<storage::Reader::RawRow> &row)
{
    m_row = row;
    m_right->setVisible(row.has_value());
    m_empty->setVisible(!row);
    m_list->setVisible(m_list->count() > 0);
    if (!row)
        return;
    m_reason->setText(safeForDisplay(row->reason, kReasonLength));
    m_facts->setText(QStringLiteral("%1 · %2 · %3 · %4")
            .arg(m_accounts.value(row->account), fullTime(row->received), row->mediaType,
                sizeWords(row->payload.size())));
    const RawText raw = readable(row->payload, row->mediaType);
    m_code->setCode(raw.text, syntaxOf(raw, row->mediaType));
    m_note->setVisible(raw.cut);
    m_note->setText(tr("Only the beginning is shown here. “Save as…” and “Copy” give all of it."));
}

void RawDialog::copy()
{
    if (m_row)
        QGuiApplication::clipboard()->setText(QString::fromUtf8(m_row->payload));
}

void RawDialog::save()
{
    if (!m_row)
        return;
    const auto row = *m_row; // the dialog runs the event loop
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the payload"), rawFileName(row));
    if (path.isEmpty())
        return;
    const auto saved = saveRawPayload(path, row.payload);
    m_note->setVisible(true);
    m_note->setText(saved ? tr("Saved as “%1”.").arg(path) : wordsFor(saved.error()));
}

} // namespace parley::ui
