"""The version that the service, its API and its package carry."""

VERSION = "0.1.0"
