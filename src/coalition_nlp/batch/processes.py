"""Worker processes: results in order, a bounded look-ahead, and a worker that dies costs one file only."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TYPE_CHECKING

from coalition_nlp.errors import ExtractionError

from .worker import failure

if TYPE_CHECKING:
    from coalition_nlp.records import Document, Failure

    Task = Callable[[Path], Document | Failure]

_LOOK_AHEAD = 4  # files handed out per worker before the first result is taken


def in_processes(task: Task, paths: list[Path], n_process: int) -> Iterator[Document | Failure]:
    """`map(task, paths)` over worker processes. A file that kills its worker gives a Failure.

    Raises:
        ExtractionError: not even an idle worker can be started.
    """
    rest = iter(paths)
    waiting: deque[tuple[Path, Future[Document | Failure]]] = deque()
    pool = _pool(n_process)
    try:
        while True:
            while len(waiting) < _LOOK_AHEAD * n_process and (path := next(rest, None)) is not None:
                waiting.append((path, _submit(pool, task, path)))
            if not waiting:
                return
            path, future = waiting.popleft()
            try:
                result = future.result()
            except BrokenProcessPool:
                # Which file did it can't be told, so each one still open is read in a worker of its own.
                pool.shutdown(wait=True, cancel_futures=True)
                yield from _one_by_one(task, [(path, future), *waiting])
                waiting.clear()
                pool = _pool(n_process)
                continue
            yield result
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pool(n_process: int) -> ProcessPoolExecutor:
    # "spawn" on every system: a fork would copy locks held by the threads of a progress bar or a notebook
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(n_process, mp_context=context, initializer=_ignore_interrupt)


def _ignore_interrupt() -> None:
    """Ctrl-C is answered by the main process alone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _submit(pool: ProcessPoolExecutor, task: Task, path: Path) -> Future[Document | Failure]:
    try:
        return pool.submit(task, path)
    except BrokenProcessPool as error:  # broken by an earlier file; told when this one's turn comes
        future: Future[Document | Failure] = Future()
        future.set_exception(error)
        return future


def _one_by_one(task: Task, items: list[tuple[Path, Future[Document | Failure]]]) -> Iterator[Document | Failure]:
    """Results that were ready before the pool broke; the other files again, each one alone in the pool."""
    pool = _checked_pool()
    try:
        for path, future in items:
            if future.done() and not future.cancelled() and future.exception() is None:
                yield future.result()
                continue
            try:
                result = pool.submit(task, path).result()
            except BrokenProcessPool:
                error = ExtractionError(
                    "the worker process died on this file (out of memory, or a crash in a library); "
                    "read the file alone, or with fewer processes"
                )
                result = failure(path, error, "extract")
                pool.shutdown(wait=True)
                pool = _checked_pool()
            yield result
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _checked_pool() -> ProcessPoolExecutor:
    """A pool of one worker that has answered."""
    pool = _pool(1)
    try:
        pool.submit(int).result()
    except BrokenProcessPool as error:
        pool.shutdown(wait=True)
        raise ExtractionError(
            'worker processes can\'t be started. In a script, keep the call under `if __name__ == "__main__":`; '
            "or use n_process=1"
        ) from error
    return pool
