"""A real terminal to take pictures of: a tmux server of its own with the program in it."""

import os
import subprocess
import time


class Terminal:
    def __init__(self, folder, command, columns, rows, environment):
        self.socket = os.path.join(folder, "socket")
        variables = [f"{name}={value}" for name, value in environment.items()]
        self.ask("-f", "/dev/null", "start-server", ";", "set", "-g", "status", "off", ";",
                 "new-session", "-d", "-x", str(columns), "-y", str(rows), "env", "-i", *variables, *command)

    def ask(self, *words):
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "TERM": "tmux-256color"}
        done = subprocess.run(["tmux", "-u", "-S", self.socket, *words], env=environment,
                              capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"tmux {' '.join(words)}: {done.stderr.strip()}")
        return done.stdout

    def press(self, keys):
        """Keys by tmux's names with blanks between; what stands in quotation marks is typed as it is."""
        for number, part in enumerate(keys.split('"')):
            if number % 2:
                self.ask("send-keys", "-l", part)
            elif part.strip():
                self.ask("send-keys", *part.split())

    def screen(self, expected):
        """The screen with its colours, as escape sequences, once the expected text is there to stay."""
        last = ""
        for _ in range(200):
            plain, screen = self.ask("capture-pane", "-p"), self.ask("capture-pane", "-epN")
            if expected in plain and "loading" not in plain and screen == last:
                return screen
            last = screen
            time.sleep(0.15)
        raise SystemExit(f"waited in vain for {expected!r} on\n{plain}")

    def close(self):
        subprocess.run(["tmux", "-S", self.socket, "kill-server"], capture_output=True)
