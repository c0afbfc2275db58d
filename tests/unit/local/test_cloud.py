"""What stops the local cloud before it starts."""

import json
import socket
from pathlib import Path

import pytest

from infra.local.cloud import local_cloud
from infra.local.emulator import NotStarted


def test_a_kept_newspaper_stays_on_its_ports(tmp_path: Path) -> None:
    kept = dict.fromkeys(
        ("newsroom_bucket", "site_bucket", "table_name", "bus_name", "distribution_id",
         "distribution_domain"), "",
    )  # fmt: skip
    kept |= {"endpoint": "http://localhost:41", "site_url": "http://127.0.0.1:42"}
    (tmp_path / "cloud.json").write_text(json.dumps(kept))
    with (
        pytest.raises(NotStarted, match=r"AWS_PORT=41 SITE_PORT=42.*make clean"),
        local_cloud(state=tmp_path),
    ):
        pass


def test_a_busy_port_is_named_with_what_to_do(tmp_path: Path) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        with (
            pytest.raises(NotStarted, match=rf"Port {port} is busy.*SITE_PORT="),
            local_cloud(site_port=port, state=tmp_path),
        ):
            pass
