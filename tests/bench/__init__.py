"""Times the engine and the service beside their peers, interleaved in one run: `make bench`."""
