"""Measures the speed claims of docs/benchmarks.md in a real browser and over HTTP."""
