"""Translation engines on the web, all behind one port."""
