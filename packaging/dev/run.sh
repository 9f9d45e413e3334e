# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev run: the demo desk. Sandbox servers on loopback, a fresh profile connected to them by the real connectors, the real
# window. With a display the window is yours until you close it; without one a robot at the keyboard answers a ticket.

readonly DEMO=$ROOT/build/demo
readonly PARLEY=$ROOT/build/release/app/parley
readonly PROFILE=(--data-dir "$DEMO/data" --secrets "file:$DEMO/secrets.json")
readonly ANSWER="Thank you for your patience. I am looking into it and will write again in a few minutes."

run_demo() {
    trap end_demo EXIT
    rm -rf "$DEMO" && mkdir -p "$DEMO"
    (umask 077 && echo '{}' > "$DEMO/secrets.json")
    start_servers
    connect_accounts
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        say "Parley is open on the demo desk; close its window to end"
        "$PARLEY" "${PROFILE[@]}"
        print_summary
    else
        run_headless
    fi
}

start_servers() {
    say "Starting the sandbox servers on loopback"
    build/release/tests/sandbox/parley-sandbox demo --dir "$DEMO" --ready-file "$DEMO/ready.json" > "$DEMO/sandbox.log" 2>&1 &
    sandbox=$!
    wait_until 120 servers_are_ready || true
    test -s "$DEMO/ready.json" || { cat "$DEMO/sandbox.log" >&2; die "the sandbox servers did not start"; }
}

# The secrets of each account go to standard input, as a person would type them.
connect_accounts() {
    say "Connecting the demo profile"
    python3 - "$DEMO/ready.json" "$PARLEY" "${PROFILE[@]}" <<'PY' || die "an account could not be connected"
import json, subprocess, sys

ready, *parley = sys.argv[1:]
for account in json.load(open(ready))["accounts"]:
    command = [*parley, "account", "add", account["platform"], "--name", account["name"]]
    if account.get("url"):
        command += ["--url", account["url"]]
    for setting in account["settings"].items():
        command += ["--set", "%s=%s" % setting]
    further = account.get("further_secrets", {})
    for key in further:
        command += ["--further-secret", key]
    secrets = [account["secret"], *further.values()]
    if subprocess.run(command, input="\n".join(secrets) + "\n", text=True).returncode:
        sys.exit("could not connect " + account["name"])
PY
}

run_headless() {
    local before window
    start_display
    say "No display: the window opens under Xvfb, and a robot answers a ticket"
    "$PARLEY" "${PROFILE[@]}" > "$DEMO/parley.log" 2>&1 &
    parley=$!
    wait_until 120 window_is_up || { cat "$DEMO/parley.log" >&2; die "the window did not open"; }
    wait_until 180 desk_is_full || die "the desk did not fill"
    before=$(answers_delivered)
    window=$(xdotool search --onlyvisible --pid "$parley" | tail -1)
    xdotool windowfocus --sync "$window"
    xdotool key --delay 300 j r
    xdotool type --delay 12 "$ANSWER"
    xdotool key --delay 300 ctrl+Return
    if ! wait_until 120 answered_since "$before"; then
        take_screenshot
        "$PARLEY" "${PROFILE[@]}" outbox || true
        die "the answer did not arrive: see $DEMO/screenshot.png and the outbox above"
    fi
    # The customer reacts to the answer; the desk goes on for a moment.
    wait_until 8 false || true
    take_screenshot
    print_summary
    kill -TERM "$parley" && wait "$parley" || true
    parley=
}

start_display() {
    exec {display_pipe}<> <(:)
    Xvfb -displayfd "$display_pipe" -screen 0 1440x900x24 -nolisten tcp > "$DEMO/xvfb.log" 2>&1 &
    xvfb=$!
    read -r -t 60 -u "$display_pipe" display || die "Xvfb did not start"
    export DISPLAY=:$display
}

take_screenshot() {
    import -silent -window root "$DEMO/screenshot.png"
    say "Screenshot: $DEMO/screenshot.png"
}

servers_are_ready() { [ -s "$DEMO/ready.json" ] || ! kill -0 "$sandbox" 2> /dev/null; } # or will never be
window_is_up() { xdotool search --onlyvisible --pid "$parley" > /dev/null 2>&1; }
desk_is_full() { [ "$("$PARLEY" "${PROFILE[@]}" --json list --limit 8 | wc -l)" -ge 8 ]; }
answered_since() { [ "$(answers_delivered)" -gt "$1" ]; }

# What the customers have really got, by the word of the servers.
desk_summary() { python3 - "$DEMO/ready.json" <<'PY'
import json, sys, urllib.request
control = json.load(open(sys.argv[1]))["control"]
request = urllib.request.Request(control + "/summary", data=b"{}", headers={"Content-Type": "application/json"})
print(json.dumps(json.load(urllib.request.urlopen(request, timeout=10))))
PY
}
answers_delivered() { desk_summary | python3 -c 'import json, sys; print(json.load(sys.stdin)["answers_received"])'; }

print_summary() {
    say "What happened"
    "$PARLEY" "${PROFILE[@]}" account list
    printf 'tickets in the inbox: %s\n' "$("$PARLEY" "${PROFILE[@]}" --json list --limit 1000 | wc -l)"
    desk_summary | python3 -c '
import json, sys
summary = json.load(sys.stdin)
for name, value in summary.items():
    print(name.replace("_", " ") + ":", value)'
}

wait_until() { # SECONDS COMMAND…: true as soon as COMMAND is
    local deadline=$((SECONDS + $1))
    shift
    until "$@"; do
        [ $SECONDS -lt $deadline ] || return 1
        sleep 0.2
    done
}

die() { echo "./dev run: $*" >&2; exit 1; }

end_demo() {
    local process
    for process in "${parley:-}" "${sandbox:-}" "${xvfb:-}"; do
        [ -n "$process" ] && kill -TERM "$process" 2> /dev/null && wait "$process" 2> /dev/null
    done
    rm -f "$DEMO/ready.json" # it held the sandbox's secrets
    return 0
}
