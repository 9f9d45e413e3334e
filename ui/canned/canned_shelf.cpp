// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canned/canned_shelf.h"

#include "models/placeholders.h"
#include "storage/reader.h"

#include <utility>

namespace parley::ui {

CannedShelf::CannedShelf(storage::Reader &reader)
    : m_reader(reader)
{
}

void CannedShelf::open(AccountId account)
{
    if (account == m_account && m_workspace)
        return;
    m_account = account;
    m_workspace.reset();
    QList<CannedResponse> responses;
    m_shares = false;
    if (auto read = m_reader.workspace(account)) {
        m_workspace = *std::move(read);
        m_shares = m_workspace->cannedResponses.has_value();
        responses = std::exchange(m_workspace->cannedResponses, std::nullopt).value_or(QList<CannedResponse>{});
    }
    m_search.setResponses(std::move(responses));
}

void CannedShelf::forget(const QSet<AccountId> &changed)
{
    if (changed.contains(m_account))
        m_workspace.reset();
}

QSet<QString> CannedShelf::blankNames() const
{
    QSet<QString> names;
    for (const CannedResponse &response : m_search.responses()) {
        const Filled bare = fillIn(response.text, {});
        for (const Blank &blank : bare.blanks)
            names.insert(blank.name);
    }
    return names;
}

} // namespace parley::ui
