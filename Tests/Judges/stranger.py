"""A server that offers modules nobody has heard of, with data that would take over a careless terminal."""
import http.server, json, threading


def _field(name, kind, optional=False, **more):
    return {"name": name, "kind": kind, "isOptional": optional, "isPersonal": False, "fa": "فیلد", "en": name, **more}


_ORCHARD = _field("orchard", "reference", object="orchards.orchard", prefix="OR")


def _command(id, kind, method, path, weight, fields, answer):
    return {
        "id": f"orchards.{id}", "kind": kind, "fa": "کار باغ", "en": f"{id} something", "method": method, "path": path,
        "permission": "orchards.write", "weight": weight, "fields": fields, "answer": answer}


CATALOGUE = {
    "modules": [{"id": "orchards", "fa": "باغ‌ها", "en": "Orchards"}],
    "commands": [
        _command("orchards", "list", "GET", "/orchards", 0, [_field("limit", "int", True), _field("cursor", "text", True)],
                 [_field("code", "text"), _field("name", "text")]),
        _command("plant", "action", "POST", "/orchards/{orchard}/trees", 0, [_ORCHARD, _field("tree", "text")],
                 [_field("done", "bool")]),
        _command("fell", "action", "POST", "/orchards/{orchard}/felling", 2, [_ORCHARD, _field("reason", "text")],
                 [_field("done", "bool")]),
    ],
}
ROWS = {"items": [{"code": "OR-1", "name": "\x1b]0;mine\x07 \u202egnp.exe\u202c باغ\u200cچه"}], "next": None}


class Stranger:
    def __init__(self):
        self.felled = []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self, value, status=200, **headers):
                body = json.dumps(value).encode()
                self.send_response(status)
                for name, text in {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, text)
                self.end_headers()
                self.wfile.write(body)

            def do_GET(self):
                path = self.path.partition("?")[0]
                pages = {"/api/v1/catalogue": CATALOGUE, "/api/v1/orchards": ROWS,
                         "/api/v1/session": {"fullName": "stranger", "province": None}}
                self.answer(pages.get(path, {"code": "not-found"}), 200 if path in pages else 404)

            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or b"{}")
                if "dryRun=true" in self.path:
                    return self.answer({"dryRun": True, "result": {"done": True}, "entries": []})
                outer.felled.append(body)
                self.answer({"done": True}, 201, **{"Hamyar-Entry": "77"})

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        self.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()
