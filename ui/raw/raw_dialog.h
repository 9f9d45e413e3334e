// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ids.h"
#include "models/result.h"
#include "models/time.h"
#include "storage/reader.h"

#include <QDialog>
#include <QHash>
#include <QList>

#include <optional>

class QLabel;
class QListWidget;
class QPushButton;

namespace parley::ui {

class CodeView;

/// Writes a payload as it came, whole or not at all. \return words for the agent on failure
[[nodiscard]] Result<void> saveRawPayload(const QString &path, const QByteArray &payload);
/// A name for it that is safe on every system, with a suffix after its type.
[[nodiscard]] QString rawFileName(const storage::Reader::RawRow &row);

/// What the connectors could not understand, as it came: the list, the payload, why it was not understood.
class RawDialog : public QDialog
{
    Q_OBJECT
public:
    RawDialog(storage::Reader &reader, const Clock &clock, QWidget *parent = nullptr);

    void showPayload(RawId id); ///< also one that the list does not reach back to
    void reload();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void display(const std::optional<storage::Reader::RawRow> &row);
    void copy();
    void save();

    storage::Reader &m_reader;
    const Clock &m_clock;
    std::optional<storage::Reader::RawRow> m_row;
    QHash<AccountId, QString> m_accounts; ///< names

    QListWidget *m_list = nullptr;
    QLabel *m_empty = nullptr;
    QWidget *m_right = nullptr;
    QLabel *m_reason = nullptr;
    QLabel *m_facts = nullptr;
    CodeView *m_code = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace parley::ui
