"""A server framework small enough to read in one sitting, built like the standard library's ``socketserver``.

``BaseServer`` knows what is done with a request, ``TCPServer`` where requests come from, ``ThreadingMixIn`` who does the work,
and a ``BaseRequestHandler`` what the work is. Each class leaves to the others what it does not know itself.
"""

import os
import selectors
import socket
import threading
import traceback


class BaseServer:
    """What is done with a request, whatever the network. A subclass has ``fileno``, ``get_request`` and ``server_close``."""

    def __init__(self, server_address, RequestHandlerClass):
        self.server_address = server_address
        self.RequestHandlerClass = RequestHandlerClass
        self._asked_to_stop = threading.Event()
        self._not_serving = threading.Event()
        self._not_serving.set()

    def serve_forever(self, poll_interval=0.05):
        """Handle one request after another until `shutdown` is called, in another thread; looks for that every `poll_interval` seconds."""
        self._not_serving.clear()
        try:
            with selectors.DefaultSelector() as selector:
                selector.register(self.fileno(), selectors.EVENT_READ)
                while not self._asked_to_stop.is_set():
                    if selector.select(poll_interval):
                        self.handle_request()
        finally:
            self._asked_to_stop.clear()
            self._not_serving.set()

    def shutdown(self):
        """Have `serve_forever` return, and wait until it has."""
        self._asked_to_stop.set()
        self._not_serving.wait()

    def handle_request(self):
        """Take one request and see to it that it is processed."""
        try:
            request, client_address = self.get_request()
        except OSError:
            return  # the client was gone before it was its turn
        if not self.verify_request(request, client_address):
            self.shutdown_request(request)
            return
        try:
            self.process_request(request, client_address)
        except Exception:
            self.handle_error(request, client_address)
            self.shutdown_request(request)

    def verify_request(self, request, client_address):
        """Whether this request is to be processed; a subclass may be more choosy."""
        return True

    def process_request(self, request, client_address):
        """Process a request here and now; the next one waits. A mix-in may do it differently."""
        self.finish_request(request, client_address)
        self.shutdown_request(request)

    def finish_request(self, request, client_address):
        """Do the work: making a handler object is enough, it does everything while it is being made."""
        self.RequestHandlerClass(request, client_address, self)

    def shutdown_request(self, request):
        """Say goodbye to the client, then close."""
        self.close_request(request)

    def close_request(self, request):
        """Give back what a request took."""

    def handle_error(self, request, client_address):
        """A handler has failed: the server goes on."""
        print(f"a request of {client_address} failed:\n{traceback.format_exc()}")

    def server_close(self):
        """Give back what the server took."""

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.server_close()


class TCPServer(BaseServer):
    """Requests are TCP connections: a listening socket, and one more socket for each client."""

    request_queue_size = 128

    def __init__(self, server_address, RequestHandlerClass):
        super().__init__(server_address, RequestHandlerClass)
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            self.server_bind()
            self.server_activate()
        except BaseException:
            self.socket.close()
            raise

    def server_bind(self):
        """Take the address; `server_address` then holds the port that was really given."""
        if os.name != "nt":  # there, the option would let two servers share one port
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()

    def server_activate(self):
        """From now on the system lets clients queue up."""
        self.socket.listen(self.request_queue_size)

    def server_close(self):
        self.socket.close()

    def fileno(self):
        """The descriptor that becomes readable when a client is waiting."""
        return self.socket.fileno()

    def get_request(self):
        """The next client: a socket, and its address."""
        return self.socket.accept()

    def shutdown_request(self, request):
        try:
            request.shutdown(socket.SHUT_WR)  # nothing more will come, and `close` alone might not say so
        except OSError:
            pass  # the client has left already
        self.close_request(request)

    def close_request(self, request):
        request.close()


class ThreadingMixIn:
    """Each request in a thread of its own. To be put before a server class, whose `process_request` it takes the place of."""

    daemon_threads = False

    def process_request(self, request, client_address):
        """Start a thread that does the work, and be ready for the next client at once."""
        thread = threading.Thread(target=self.process_request_thread, args=(request, client_address), daemon=self.daemon_threads)
        vars(self).setdefault("threads", []).append(thread)
        thread.start()

    def process_request_thread(self, request, client_address):
        """What `BaseServer.process_request` does, with its errors handled here: nobody waits for this thread."""
        try:
            self.finish_request(request, client_address)
        except Exception:
            self.handle_error(request, client_address)
        finally:
            self.shutdown_request(request)

    def server_close(self):
        super().server_close()
        for thread in vars(self).get("threads", []):
            if not thread.daemon:
                thread.join()


class ThreadingTCPServer(ThreadingMixIn, TCPServer):
    """A TCP server with a thread per client: everything it needs is in its two bases."""


class BaseRequestHandler:
    """The work on one request: `request` is the client's socket. A subclass defines `handle`."""

    def __init__(self, request, client_address, server):
        self.request = request
        self.client_address = client_address
        self.server = server
        self.setup()
        try:
            self.handle()
        finally:
            self.finish()

    def setup(self):
        """Runs before `handle`."""

    def handle(self):
        """Talk to the client."""

    def finish(self):
        """Runs after `handle`, also when that fails."""
