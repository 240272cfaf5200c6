#!/usr/bin/env python3
"""Talks to `nerve mcp` with the Python client of the Model Context Protocol.

usage: client.py [NERVE]
"""

import asyncio
import json
import os
import pathlib
import subprocess
import sys
import tempfile

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
NERVE = str(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else TOP / ".build/release/nerve").resolve())
NOTE = "CANARY-OF-A-NOTE"


def value(result, *names):
    """An attribute, by its name in one version of the client or another."""
    for name in names:
        if hasattr(result, name):
            return getattr(result, name)
    raise AttributeError(names[0])


def data(result) -> dict:
    assert not value(result, "is_error", "isError"), result
    structured = value(result, "structured_content", "structuredContent")
    assert structured is not None, result
    return structured


def text(result) -> str:
    return "\n".join(part.text for part in result.content)


class Home:
    """A home folder with a sample journal and an entry with a note."""

    def __init__(self, folder: str) -> None:
        self.path = pathlib.Path(folder)
        self.environment = {"HOME": folder, "PATH": "/usr/bin:/bin", "TZ": "UTC", "LANG": "C.UTF-8"}
        journal = self.path / ".local/share/nerve/journal.sqlite"
        journal.parent.mkdir(parents=True)
        self.nerve("sample", str(journal))
        self.nerve("pain", "4", "--note", NOTE, "--yes")

    def nerve(self, *words: str) -> str:
        return subprocess.run(
            [NERVE, *words], env=self.environment, check=True, capture_output=True, text=True).stdout

    def server(self, *options: str) -> StdioServerParameters:
        return StdioServerParameters(
            command=NERVE, args=["mcp", *options], env=self.environment, cwd=str(self.path))


async def expect_refusal(call, code: int) -> None:
    """The call must fail with an error of the protocol."""
    try:
        result = await call
    except Exception as error:  # The class has moved between versions.
        found = getattr(getattr(error, "error", error), "code", None)
        assert found == code, f"{error!r}: expected {code}"
        return
    raise AssertionError(f"not refused: {result}")


async def check_reading(home: Home) -> None:
    async with stdio_client(home.server()) as (reader, writer), ClientSession(reader, writer) as session:
        greeting = await session.initialize()
        info = value(greeting, "server_info", "serverInfo")
        assert info.name == "nerve"
        assert value(greeting, "protocol_version", "protocolVersion") == "2025-06-18"
        assert "not medical advice" in greeting.instructions
        await session.send_ping()

        tools = (await session.list_tools()).tools
        assert [tool.name for tool in tools] == ["query", "schema", "verdict", "month"]
        assert all(value(tool.annotations, "read_only_hint", "readOnlyHint") for tool in tools)

        rows = data(await session.call_tool(
            "query", {"sql": "SELECT day, leg_pain FROM day WHERE leg_pain >= :least ORDER BY day",
                      "parameters": {"least": 1}, "limit": 5}))
        assert rows["row_count"] == 5 and rows["is_cut"], rows
        assert rows["columns"] == ["day", "leg_pain"]

        answers = [await session.call_tool("query", {"sql": f"SELECT * FROM {name}"})
                   for name in ("check_in", "rating", "entry_text", "change_value", "footwear")]
        answers += [await session.call_tool("schema", {}),
                    await session.call_tool("schema", {"table": "check_in"}),
                    await session.call_tool("month", {"month": "this month"})]
        assert NOTE not in "".join(text(answer) for answer in answers)

        verdict = await session.call_tool("verdict", {})
        assert home.nerve("correlate") in text(verdict)
        assert "GO TO AN EMERGENCY DEPARTMENT" in text(verdict)
        assert data(verdict)["correlation"]["verdict"]["text"]
        assert data(await session.call_tool("month", {}))["month"]

        mistake = await session.call_tool("query", {"sql": "SELECT distans FROM run"})
        assert value(mistake, "is_error", "isError") and "no such column" in text(mistake)
        attack = await session.call_tool("query", {"sql": "DELETE FROM run"})
        assert value(attack, "is_error", "isError") and "refused" in text(attack)
        endless = await session.call_tool("query", {
            "sql": "SELECT zeroblob(200000000)"})
        assert value(endless, "is_error", "isError")

        await expect_refusal(session.call_tool("query", {"sql": 4}), -32602)
        await expect_refusal(session.call_tool("log_line", {"line": "pain 3"}), -32602)
        await expect_refusal(session.call_tool("nothing", {}), -32602)
        await expect_refusal(session.list_resources(), -32601)
        await session.send_ping()
    log = home.nerve("mcp", "--log")
    assert log.count("\n") == 17, log
    assert "SELECT distans FROM run" in log and NOTE not in log


async def check_writing(home: Home) -> None:
    options = ("--allow-writing", "--with-notes")
    async with stdio_client(home.server(*options)) as (reader, writer), \
            ClientSession(reader, writer) as session:
        await session.initialize()
        assert "log_line" in [tool.name for tool in (await session.list_tools()).tools]
        notes = await session.call_tool("query", {"sql": "SELECT note FROM check_in WHERE note IS NOT NULL"})
        assert NOTE in text(notes)
        logged = await session.call_tool("log_line", {"line": "rest 2020-01-05 --yes"})
        assert not value(logged, "is_error", "isError"), text(logged)
        count = data(await session.call_tool(
            "query", {"sql": "SELECT count(*) AS n FROM day_mark WHERE day = '2020-01-05'"}))
        assert count["rows"] == [{"n": 1}], "an entry does not show in the next call"
        refused = await session.call_tool("log_line", {"line": "undo"})
        assert value(refused, "is_error", "isError")
        urgent = await session.call_tool("log_line", {"line": "pain 6 --saddle --yes"})
        assert urgent.content[0].text.startswith("GO TO AN EMERGENCY DEPARTMENT NOW")
    home.nerve("undo")
    home.nerve("undo")


def check_end(home: Home) -> None:
    """The end of the input ends the server, and a damaged journal does not."""
    ended = subprocess.run([NERVE, "mcp"], env=home.environment, input="", capture_output=True,
                           text=True, check=False, timeout=20)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", ""), ended
    bare = {**home.environment, "HOME": os.path.join(home.path, "bare")}
    os.mkdir(bare["HOME"])
    lines = [
        {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocolVersion": "2024-11-05"}},
        {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": {"name": "month"}},
        {"jsonrpc": "2.0", "id": 3, "method": "ping"},
    ]
    told = subprocess.run(
        [NERVE, "mcp"], env=bare, input="".join(json.dumps(line) + "\n" for line in lines),
        capture_output=True, text=True, check=True, timeout=20)
    answers = [json.loads(line) for line in told.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == [1, 2, 3]
    assert answers[1]["error"]["code"] == -32000
    assert "There is no journal yet" in answers[1]["error"]["message"]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Home(folder)
        asyncio.run(check_reading(home))
        asyncio.run(check_writing(home))
        check_end(home)
    print("The Python client: initialize, tools, calls, errors and the end of the input are as they should be")


main()
