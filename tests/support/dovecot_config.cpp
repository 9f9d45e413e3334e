// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/dovecot_config.h"

#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace parley::tests {

namespace {

constexpr int kVersionTimeout = 60'000; // ms; a loaded machine

// Source: doc.dovecot.org/2.3, "Configuration Manual".
const char *const kVersion23 = R"(ssl_cert = <@DIR@/srv.pem
ssl_key = <@DIR@/srv.key
disable_plaintext_auth = no
mail_location = maildir:%h/Maildir
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = @DIR@/oauth2.conf
}
passdb {
  driver = passwd-file
  args = @DIR@/users
}
userdb {
  driver = static
  args = uid=@UID@ gid=@GID@ home=@DIR@/mail/%u
}
)";

const char *const kTokens23 = R"(introspection_mode = local
local_validation_key_dict = fs:posix:prefix=@DIR@/keys/
username_attribute = email
)";

// Read alike by both versions.
const char *const kAskedTokens = R"(introspection_mode = post
introspection_url = @INTROSPECTION@
force_introspection = yes
username_attribute = username
active_attribute = active
active_value = true
)";

// Source: doc.dovecot.org/2.4.0, "Upgrading from 2.3 to 2.4". These two lines must be the first.
const char *const kVersion24 = R"(dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
ssl_server_cert_file = @DIR@/srv.pem
ssl_server_key_file = @DIR@/srv.key
auth_allow_cleartext = yes
mail_driver = maildir
mail_path = %{home}/Maildir
oauth2 {
@TOKENS@}
passdb passwd-file {
  passwd_file_path = @DIR@/users
}
userdb static {
  fields {
    uid = @UID@
    gid = @GID@
    home = @DIR@/mail/%{user}
  }
}
)";

const char *const kTokens24 = R"(  introspection_mode = local
  username_attribute = email
  oauth2_local_validation {
    dict fs {
      fs posix {
        prefix = @DIR@/keys/
      }
    }
  }
)";

const char *const kAllVersions = R"(base_dir = @DIR@/run
state_dir = @DIR@/run
instance_name = parley-tests
log_path = @DIR@/dovecot.log
protocols = imap lmtp
hostname = localhost
listen = 127.0.0.1
ssl = yes
auth_mechanisms = plain login xoauth2 oauthbearer
auth_failure_delay = 0 secs
auth_cache_size = 0
mail_max_userip_connections = 200
mailbox_list_index = yes
@CAPABILITY@
first_valid_uid = @UID@
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    auto = subscribe
    special_use = \Sent
  }
  mailbox Drafts {
    auto = subscribe
    special_use = \Drafts
  }
}
service imap-login {
  chroot =
  inet_listener imap {
    port = @IMAP@
  }
  inet_listener imaps {
    port = @IMAPS@
    ssl = yes
  }
}
service lmtp {
  inet_listener lmtp {
    port = @LMTP@
  }
}
service stats {
  client_limit = 1000
}
)";

const char *const kAsOrdinaryUser = R"(default_login_user = @ME@
default_internal_user = @ME@
default_internal_group = @MYGROUP@
service anvil {
  chroot =
}
service stats {
  chroot =
}
)";

bool isOlderThan24()
{
    QProcess dovecot;
    dovecot.start(dovecotProgram(), {u"--version"_s});
    return dovecot.waitForFinished(kVersionTimeout) && dovecot.readAllStandardOutput().startsWith("2.3");
}

QByteArray filledIn(QByteArray text, const DovecotSettings &settings)
{
    const QByteArray capabilities = settings.capabilities.join(' ');
    text.replace("@CAPABILITY@", capabilities.isEmpty() ? QByteArray() : "imap_capability = " + capabilities);
    text.replace("@TOKENS@", settings.introspection.isEmpty() ? kTokens24 : kAskedTokens);
    text.replace("@INTROSPECTION@", settings.introspection);
    text.replace("@DIR@", settings.folder).replace("@UID@", settings.uid).replace("@GID@", settings.gid);
    text.replace("@ME@", settings.user).replace("@MYGROUP@", settings.group);
    text.replace("@IMAP@", QByteArray::number(settings.imap)).replace("@IMAPS@", QByteArray::number(settings.imaps));
    return text.replace("@LMTP@", QByteArray::number(settings.lmtp));
}

bool write(const QByteArray &path, const QByteArray &text)
{
    QFile file(QString::fromLocal8Bit(path));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace

QString dovecotProgram()
{
    return QFile::exists(u"/usr/sbin/dovecot"_s) ? u"/usr/sbin/dovecot"_s : u"dovecot"_s;
}

bool writeDovecotConfig(const DovecotSettings &settings)
{
    const bool older = isOlderThan24();
    QByteArray config = older ? kVersion23 : kVersion24;
    config += kAllVersions;
    if (!settings.user.isEmpty())
        config += kAsOrdinaryUser;
    return write(settings.folder + "/dovecot.conf", filledIn(config, settings))
        && (!older
            || write(settings.folder + "/oauth2.conf",
                filledIn(settings.introspection.isEmpty() ? kTokens23 : kAskedTokens, settings)));
}

} // namespace parley::tests
