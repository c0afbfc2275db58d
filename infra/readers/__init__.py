"""Readers of a newspaper, invented: for the local site, for tests and for benchmarks.

Everything follows from a seed. What they read is a `Day` of views; `infra.readers.logs` writes
views down as CloudFront does, `infra.readers.visits` makes them over HTTP.
"""
