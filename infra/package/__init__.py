"""How the product is built and checked before it ships."""
