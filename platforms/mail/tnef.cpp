// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/tnef.h"

#include "platforms/mail/charset.h"

#include <algorithm>

// ytnef.h is C without a guard for C++, and leaves its numbers to the one who includes it.
extern "C" {
#include <cstdio>
#include <ytnef.h>
}

namespace parley::platforms::mail {

namespace {

using Tag = unsigned int; // MAPI's name for it is a macro

constexpr int kMostAttachments = 500;

QByteArray bytesOf(const variableLength *value)
{
    if (!value || value == MAPI_UNDEFINED || !value->data || value->size <= 0)
        return {};
    return {reinterpret_cast<const char *>(value->data), qsizetype(value->size)};
}

QString textOf(const variableLength *value)
{
    auto bytes = bytesOf(value);
    if (const auto end = bytes.indexOf('\0'); end >= 0)
        bytes.truncate(end);
    return decodeText(bytes, {}).trimmed();
}

QString nameOf(Attachment &attachment)
{
    for (const Tag id : {Tag(PR_ATTACH_LONG_FILENAME), Tag(PR_DISPLAY_NAME)}) {
        for (const Tag type : {Tag(PT_STRING8), Tag(PT_UNICODE)}) {
            const auto name = textOf(MAPIFindProperty(&attachment.MAPI, PROP_TAG(type, PROP_ID(id))));
            if (!name.isEmpty())
                return name;
        }
    }
    return textOf(&attachment.Title);
}

QByteArray contentOf(Attachment &attachment)
{
    const auto *data = MAPIFindProperty(&attachment.MAPI, PROP_TAG(PT_BINARY, PROP_ID(PR_ATTACH_DATA_OBJ)));
    if (data == MAPI_UNDEFINED)
        data = MAPIFindProperty(&attachment.MAPI, PROP_TAG(PT_OBJECT, PROP_ID(PR_ATTACH_DATA_OBJ)));
    auto content = bytesOf(data);
    if (content.size() > 16)
        return content.mid(16); // behind the interface's id
    return bytesOf(&attachment.FileData);
}

} // namespace

TnefContent readTnef(const QByteArray &bytes)
{
    TnefContent result;
    TNEFStruct tnef{};
    TNEFInitialize(&tnef);
    tnef.Debug = 0;
    auto copy = bytes; // the library takes it writable
    result.readable = TNEFParseMemory(reinterpret_cast<BYTE *>(copy.data()), long(copy.size()), &tnef) == 0;
    if (result.readable) {
        result.text = textOf(&tnef.body);
        if (result.text.isEmpty())
            result.text = textOf(MAPIFindProperty(&tnef.MapiProperties, PROP_TAG(PT_STRING8, PROP_ID(PR_BODY))));
        int count = 0;
        for (auto *attachment = tnef.starting_attach.next; attachment && count < kMostAttachments;
            attachment = attachment->next, ++count) {
            MailPart part;
            part.name = nameOf(*attachment);
            part.content = contentOf(*attachment);
            if (!part.content.isEmpty())
                result.attachments << part;
        }
    }
    TNEFFree(&tnef);
    return result;
}

} // namespace parley::platforms::mail
