"""The way through the modules: what comes after what, and where one may go."""

from siaga.store import EntryKind
from siaga.ui.journey import Deed
from siaga.ui.learn.model import LearnModel
from siaga.ui.learn.resume import next_in, session_of
from siaga.ui.learn.state import LearnState, Stage


class Course:
    """The learner on the way through roles, modules and their parts."""

    def __init__(self, model: LearnModel) -> None:
        """Lead the learner of `model`."""
        self._model = model

    def ask_role(self) -> None:
        """Let the learner choose a role, the first time or again."""
        self._model.step(LearnState(Stage.ROLE))

    def choose_role(self, role: str) -> None:
        """Learn on the path of this role from now on."""
        if role in self._model.library.curriculum.roles:
            self._model.step(
                LearnState(Stage.PATH), Deed(EntryKind.ROLE_CHOSEN, item=role)
            )

    def show_path(self) -> None:
        """Show the modules of the role."""
        if self._model.progress.role in self._model.library.curriculum.roles:
            self._model.step(LearnState(Stage.PATH))

    def open_module(self, module_id: str) -> None:
        """Show what a module holds."""
        if module_id in self._model.library.modules:
            self._model.step(LearnState(Stage.MODULE, module_id))

    def go_on(self, module_id: str) -> None:
        """Show the first thing in a module that is still to be done."""
        module = self._model.library.modules.get(module_id)
        if module:
            self._model.step(next_in(module, self._model.progress.module(module_id)))

    def follow_link(self, *, module_id: str = "", role: str = "") -> None:
        """Open the module that a link names, for the role that it names.

        A learner who is in that module already stays at the same screen, so a reload
        loses nothing. Names that are not known change nothing.
        """
        if role != self._model.progress.role:
            self.choose_role(role)
        has_role = self._model.progress.role in self._model.library.curriculum.roles
        if has_role and self._model.state.module != module_id:
            self.open_module(module_id)

    def show_screen(self, screen_id: str) -> None:
        """Show a screen of the lesson; it counts as seen."""
        module = self._model.module
        if module and screen_id in {screen.id for screen in module.screens}:
            self._model.step(LearnState(Stage.LESSON, module.id, screen_id))

    def leave_lesson(self) -> None:
        """Go on behind the last screen: to the quiz, a scenario, or the key points."""
        module = self._model.module
        if not module or self._model.state.stage is not Stage.LESSON:
            return
        if module.quiz:
            self.open_quiz()
        else:
            self.leave_quiz()

    def open_quiz(self) -> None:
        """Show the beginning of the quiz, or the result of an attempt that is over."""
        module = self._model.module
        if not module or not module.quiz:
            return
        session = session_of(module.quiz, self._model.done)
        is_over = session is not None and session.is_over
        self._model.step(LearnState(Stage.RESULT if is_over else Stage.QUIZ, module.id))

    def leave_quiz(self) -> None:
        """Go on behind the quiz: to the first scenario, or the key points."""
        if not self._model.module:
            return
        if self._model.module.scenarios:
            self.open_scenario(self._model.module.scenarios[0].id)
        else:
            self.show_points()

    def open_scenario(self, scenario_id: str) -> None:
        """Show a scenario where the learner left it, or its beginning."""
        module = self._model.module
        if module and scenario_id in {one.id for one in module.scenarios}:
            self._model.step(LearnState(Stage.SCENARIO, module.id, scenario_id))

    def leave_scenario(self) -> None:
        """Go on behind the scenario: to the next one, or the key points."""
        module = self._model.module
        if not module or self._model.state.stage is not Stage.SCENARIO:
            return
        ids = [scenario.id for scenario in module.scenarios]
        item = self._model.state.item
        after = ids[ids.index(item) + 1 :] if item in ids else []
        if after:
            self.open_scenario(after[0])
        else:
            self.show_points()

    def show_points(self) -> None:
        """Show what to remember of the module."""
        if self._model.module:
            self._model.step(LearnState(Stage.POINTS, self._model.module.id))

    def show_tasks(self) -> None:
        """Show what to do tomorrow morning."""
        if self._model.module:
            self._model.step(LearnState(Stage.TASKS, self._model.module.id))

    def tick(self, task_id: str, *, is_done: bool) -> None:
        """Keep that a task is done, or not done after all."""
        module = self._model.module
        if not module or task_id not in {task.id for task in module.tasks}:
            return
        if is_done == (task_id in self._model.done.tasks_done):
            return
        kind = EntryKind.TASK_MARKED if is_done else EntryKind.TASK_UNMARKED
        then = LearnState(Stage.TASKS, module.id, saved=True)
        self._model.step(then, Deed(kind, module.id, task_id), draft=(task_id,))

    def finish(self) -> None:
        """Keep that the module is finished."""
        module = self._model.module
        if not module or self._model.state.stage is not Stage.TASKS:
            return
        then = LearnState(Stage.FINISHED, module.id, saved=True)
        known = self._model.done.is_finished
        deeds = () if known else (Deed(EntryKind.MODULE_FINISHED, module.id),)
        self._model.step(then, *deeds)
