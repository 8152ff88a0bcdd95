"""The pages of the server: home, resuming, leaving, apps, files."""

import asyncio
from pathlib import Path
from typing import Any

from jupyter_server.auth.decorator import allow_unauthenticated
from tornado.web import HTTPError, StaticFileHandler
from voila.handler import VoilaHandler

from siaga.domain.resume_code import parse_resume_code
from siaga.errors import StoreError
from siaga.language import gettext as _
from siaga.server.kernels import launching
from siaga.server.responses import KitHandler
from siaga.server.visitors import (
    Launch,
    forget_actor,
    known_actor,
    remember_actor,
)
from siaga.web import exit_page, home_page

#: Query arguments of an app that its kernel gets to see.
_APP_ARGUMENTS = ("modul", "peran", "menit", "skenario")
_HEARTBEAT = "voila_heartbeat"
#: Ten seconds each; a slow laptop with a cold disk needs up to a minute.
_HEARTBEATS = 8
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".svg"})


class HomeHandler(KitHandler):
    """The home page."""

    def get(self) -> None:
        """Show what there is to do here."""
        self.show()

    def show(self, *, typed: str = "", problem: str = "") -> None:
        """Write the home page, with what was wrong with a resume code if any."""
        self.finish(
            home_page(
                self.kit.modules(),
                channels=self.kit.channels(),
                assets=self.kit.assets,
                base_url=self.kit.base_url,
                xsrf=self.xsrf_token.decode("ascii"),
                is_known=known_actor(self) is not None,
                typed=typed,
                code_problem=problem,
            )
        )


class ResumeHandler(HomeHandler):
    """Makes this browser go on as the learner who holds the code."""

    async def post(self) -> None:
        """Go to the app with a right code, back to the form with a wrong one."""
        typed = self.get_body_argument("kode", "")[:40]
        if not self.kit.tries.allows(self.request.remote_ip or ""):
            self.set_status(429)
            self.show(typed=typed, problem=_("Too many tries. Wait a minute."))
            return
        code = parse_resume_code(typed)
        actor = await self.kit.actor_of(code) if code else None
        if actor is None:
            self.set_status(404)
            self.show(
                typed=typed,
                problem=_("This code is not known here. Check each letter and digit."),
            )
            return
        remember_actor(self, actor)
        self.redirect(f"{self.kit.base_url}belajar", status=303)


class ForgetHandler(KitHandler):
    """Lets the next person start on a shared device."""

    def post(self) -> None:
        """Forget who used this browser and go home."""
        forget_actor(self)
        self.redirect(self.kit.base_url, status=303)


class ExitHandler(KitHandler):
    """Where the quick exit leads."""

    def get(self) -> None:
        """Show a page that says nothing."""
        self.finish(exit_page())


class AliveHandler(KitHandler):
    """Tells that the server answers; what is in it says nothing about it."""

    def get(self) -> None:
        """Answer."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish("ok\n")


class MissingHandler(KitHandler):
    """Every address that does not exist."""

    def prepare(self) -> Any:  # noqa: ANN401
        """Say so."""
        raise HTTPError(404)


class AppHandler(KitHandler, VoilaHandler):  # type: ignore[misc]  # untyped base
    """One Voila app: a kernel of its own for the learner of this browser."""

    @allow_unauthenticated  # a stranger becomes a learner here
    async def get(self) -> None:
        """Send the page; what stands above the kernel is sent at once."""
        if not self.kit.has_room():
            self.set_header("Retry-After", "120")
            self.send_error(503)
            return
        try:
            actor = known_actor(self) or await self.kit.new_learner()
        except StoreError:
            self.log.exception("a new learner could not be stored")
            self.send_error(500)
            return
        remember_actor(self, actor)
        self.xsrf_token  # noqa: B018 - reading it sets the cookie that closing needs
        token = self.kit.service.issue_token(actor)
        launching.set(Launch(actor, token, self._environment(token)))
        pages = self.get_generator()
        with self.kit.place():
            self.write(await anext(pages))
        await self.flush()
        silent = 0
        async for html in pages:
            # Voila says so every few seconds while a kernel prepares, and goes on for
            # ever if it failed to.
            silent = silent + 1 if _HEARTBEAT in html else 0
            if silent > _HEARTBEATS:
                self.log.error("the app did not become ready: %s", self.request.path)
                self.write(f'<p class="siaga-error" role="alert">{_not_ready()}</p>')
                break
            self.write("\n" if silent else html)
            await self.flush()

    def _environment(self, token: str) -> dict[str, str]:
        arguments = {
            name: self.get_query_argument(name)[:80]
            for name in _APP_ARGUMENTS
            if self.get_query_argument(name, None)
        }
        environment: dict[str, str] = self.kit.kernel_environment(token, arguments)
        return environment


class ProbeHandler(KitHandler):
    """Tells a page whether its kernel is still there."""

    def get(self, kernel_id: str) -> None:
        """Answer 200 for a kernel of one's own, 404 for any other."""
        if not self.kit.owns(known_actor(self), kernel_id):
            raise HTTPError(404)
        self.finish({"id": kernel_id})


class EndKernelHandler(KitHandler):
    """Ends a kernel when its page is closed."""

    async def post(self, kernel_id: str) -> None:
        """End a kernel of one's own."""
        if not self.kit.owns(known_actor(self), kernel_id):
            raise HTTPError(404)
        await self.settings["kernel_manager"].shutdown_kernel(kernel_id)
        self.set_status(204)


class AssetHandler(KitHandler):
    """Files of ours, from memory; a browser keeps each for a year."""

    def get(self, name: str) -> None:
        """Send the file, compressed if the browser takes that."""
        asset = self.kit.assets_by_name.get(name)
        if asset is None:
            raise HTTPError(404)
        self.set_header("Content-Type", f"{asset.media_type}; charset=utf-8")
        self.set_header("Vary", "Accept-Encoding")
        if self.get_query_argument("v", None):
            # The address changes with the content.
            self.set_header("Cache-Control", "public, max-age=31536000, immutable")
        self.send_packed(asset.packed, asset.body)


class MapHandler(KitHandler):
    """A map document; it runs its own script under a policy of its own."""

    async def get(self, name: str) -> None:
        """Send the document, drawn when it is first asked for."""
        page = await asyncio.to_thread(self.kit.maps.page, name)
        if page is None:
            raise HTTPError(404)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Content-Security-Policy", page.policy)
        self.set_header("Vary", "Accept-Encoding")
        # The kernel does not know the version: the browser asks, and is told 304.
        self.set_header("Cache-Control", "no-cache")
        self.send_packed(page.packed, page.html)


class PictureHandler(KitHandler, StaticFileHandler):
    """Pictures of a module, and nothing else of its folder."""

    def validate_absolute_path(self, root: str, absolute_path: str) -> str | None:
        """Return the path of a picture; anything else does not exist."""
        if Path(absolute_path).suffix.lower() not in _PICTURES:
            raise HTTPError(404)
        return super().validate_absolute_path(root, absolute_path)

    @classmethod
    def get_absolute_path(cls, root: str, path: str) -> str:
        """Return where `<module>/<file>` lies."""
        module, _slash, name = path.partition("/")
        return str(Path(root, module, "gambar", name))


def _not_ready() -> str:
    return _(
        "This part could not be opened. Reload the page; your saved answers are kept."
    )
