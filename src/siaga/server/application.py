"""The server: a Voila application that serves our pages and nothing of Voila's own.

Voila brings kernels and rendering. Its tree, contents, files, themes, templates and
labextension addresses are not mounted (docs/adr/0006).
"""

import os
import signal
from collections.abc import Callable
from typing import Any

from tornado.ioloop import IOLoop
from traitlets.config import Config
from voila.app import Voila

from siaga import __version__
from siaga.errors import SettingsError
from siaga.language import DEFAULT_LANGUAGE, gettext
from siaga.server.journal_gate import open_gate
from siaga.server.kernels import (
    MAX_FRAME_BYTES,
    GuardedConnection,
    GuardedWebsocketHandler,
    KitKernelManager,
)
from siaga.server.kit import Kit
from siaga.server.pages import (
    AliveHandler,
    AppHandler,
    AssetHandler,
    EndKernelHandler,
    ExitHandler,
    ForgetHandler,
    HomeHandler,
    MapHandler,
    MissingHandler,
    PictureHandler,
    ProbeHandler,
    ResumeHandler,
)
from siaga.server.visitors import LearnerIdentity, OwnKernelAuthorizer, cookie_key
from siaga.web import TEMPLATES_FOLDER

_KERNEL_ID = r"(?P<kernel_id>\w{8}-\w{4}-\w{4}-\w{4}-\w{12})"
#: Apps by the address they are served at; the notebook in `voila_apps/` has that name.
APPS = ("belajar", "peta", "skenario")


class SiagaServer(Voila):  # type: ignore[misc]  # untyped base
    """Voila with our handlers, our visitors and our template."""

    name = "siaga"

    @classmethod
    def for_kit(cls, kit: Kit, *, on_listening: Callable[[int], None]) -> "SiagaServer":
        """Return a server that is ready to `start`.

        `on_listening` is called once with the port, when a request would be answered.
        """
        # The instance of this process: parts of Voila look it up to log to it.
        server: SiagaServer = cls.instance(config=_configuration(kit))
        server.kit = kit
        server.on_listening = on_listening
        # No settings file of Voila or Jupyter on this machine changes this server.
        server.config_file_paths = []
        server.initialize(argv=[])
        return server

    def setup_template_dirs(self) -> None:
        """Use our template folder alone."""
        self.template_paths = [str(TEMPLATES_FOLDER)]
        self.static_paths: list[str] = []

    def init_settings(self) -> dict[str, Any]:
        """Return Voila's settings with what our handlers and limits need."""
        settings: dict[str, Any] = super().init_settings()
        self.kernel_manager.on_ended = self.kit.kernel_ended
        self.kernel_manager.on_started = self.kit.kernel_started
        self.kit.count_kernels = self.kernel_manager.count
        self.kit.owner_of = self.kernel_manager.owner
        return settings | {
            "siaga_kit": self.kit,
            "compress_response": True,
            "allow_remote_access": False,
            "websocket_max_message_size": MAX_FRAME_BYTES,
            "websocket_ping_interval": 20,
            "xsrf_cookies": True,
            "xsrf_cookie_kwargs": {"samesite": "Lax"},
            "default_handler_class": MissingHandler,
        }

    def init_handlers(self) -> list[Any]:
        """Return every address of this server."""
        page = {
            "template_paths": self.template_paths,
            "config": self.config,
            "voila_configuration": self.voila_configuration,
        }
        apps = [
            (f"/{name}", AppHandler, page | {"notebook_path": f"{name}.ipynb"})
            for name in APPS
            if (self.kit.settings.home / "voila_apps" / f"{name}.ipynb").is_file()
        ]
        pictures = {"path": str(self.kit.settings.home / "modules")}
        return [
            ("/", HomeHandler),
            ("/lanjut", ResumeHandler),
            ("/ganti", ForgetHandler),
            ("/keluar", ExitHandler),
            ("/hidup", AliveHandler),
            (r"/static/([\w.-]+)", AssetHandler),
            (r"/gambar/([\w-]+/[\w.-]+)", PictureHandler, pictures),
            (r"/peta/([\w-]+\.html)", MapHandler),
            *apps,
            (f"/api/kernels/{_KERNEL_ID}", ProbeHandler),
            (f"/api/kernels/{_KERNEL_ID}/channels", GuardedWebsocketHandler),
            (f"/voila/api/shutdown/{_KERNEL_ID}", EndKernelHandler),
        ]

    def listen(self) -> None:
        """Listen, tell where, and run until a signal stops the loop.

        Raises
        ------
        SettingsError
            If the port is taken or may not be used.
        """
        settings = self.kit.settings
        gate, self.kit.service_address = open_gate(self.kit.service)
        try:
            self.http_server = self.app.listen(settings.port, settings.address)
        except OSError as error:
            msg = f"port {settings.port} cannot be used: {error.strerror}"
            raise SettingsError(msg) from error
        sockets = self.http_server._sockets.values()  # noqa: SLF001 - port 0 has no other way
        self.port = next(iter(sockets)).getsockname()[1]
        self.ioloop = IOLoop.current()
        self.ioloop.add_callback(self.on_listening, self.port)
        try:
            self.ioloop.start()
        finally:
            self.http_server.stop()
            self.stop()
            gate.stop()

    def stop(self) -> None:
        """End the kernels, then write what is waiting and close the journal."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        super().stop()
        self.kit.close()


def _page_config(kit: Kit) -> Callable[..., dict[str, Any]]:
    """Return the hook that gives the app template its values instead of Voila's."""
    titles = {
        "belajar": gettext("Learn on your own - Siaga TPPO"),
        "peta": gettext("Map of the region - Siaga TPPO"),
        "skenario": gettext("Decision practice - Siaga TPPO"),
    }
    values = {
        "gettext": gettext,
        "language": DEFAULT_LANGUAGE,
        "assets": kit.assets,
        "base_url": kit.base_url,
        "version": __version__,
    }

    def hook(_config: object, *, notebook_path: str, **_offered: object) -> Any:  # noqa: ANN401
        title = titles.get(notebook_path.removesuffix(".ipynb"), "Siaga TPPO")
        return {"siaga": values | {"title": title}}

    return hook


def _configuration(kit: Kit) -> Config:
    settings = kit.settings
    config = Config()
    config.SiagaServer.root_dir = str(settings.home / "voila_apps")
    config.SiagaServer.open_browser = False
    config.SiagaServer.log_level = "WARN"
    config.SiagaServer.cookie_secret = cookie_key(settings.data)
    config.SiagaServer.identity_provider_class = LearnerIdentity
    config.SiagaServer.authorizer_class = OwnKernelAuthorizer
    config.SiagaServer.kernel_websocket_connection_class = GuardedConnection
    config.VoilaConfiguration.multi_kernel_manager_class = KitKernelManager
    config.VoilaConfiguration.allow_template_override = "NO"
    config.VoilaConfiguration.allow_theme_override = "NO"
    config.VoilaConfiguration.show_tracebacks = False
    config.VoilaConfiguration.page_config_hook = _page_config(kit)
    config.VoilaExporter.template_file = "app.html.j2"
    config.MappingKernelManager.cull_idle_timeout = settings.idle_minutes * 60
    config.MappingKernelManager.cull_interval = 60
    config.MappingKernelManager.allow_tracebacks = False
    # The page asks for every state again when it is back.
    config.MappingKernelManager.buffer_offline_messages = False
    if os.name == "posix":
        # No port that another program could take between choosing and binding it.
        config.KernelManager.transport = "ipc"
    # A kernel that died has lost its widgets: it is not restarted, the page reloads.
    config.KernelRestarter.restart_limit = 0
    config.KernelRestarter.time_to_dead = 1.0
    return config
