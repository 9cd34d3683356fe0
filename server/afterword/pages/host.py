"""What the site shows of its host: the colours and the logo of a pack."""

from __future__ import annotations

from flask import Blueprint, Response, send_file

from afterword.packs.brand import Brand
from afterword.packs.colours import sheet


def register(site: Blueprint, brand: Brand) -> None:
    """Add the addresses of what the brand has; without a pack there is none."""
    logo = brand.logo
    if brand.colours:
        style = sheet(brand.colours)

        @site.get("/host/colours.css", endpoint="host_colours")
        def colours() -> Response:
            return Response(style, mimetype="text/css")

    if logo:
        # Under a name of ours: that of the file may hold what an address gives a meaning.
        @site.get(f"/host/logo{logo.suffix.lower()}", endpoint="host_logo")
        def image() -> Response:
            return send_file(logo)
