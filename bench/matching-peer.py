"""The native private set intersection of the Python registry: seconds for the sizes on standard input."""

import json
import sys
import time

import private_set_intersection.python as psi

given = json.load(sys.stdin)
server_items = [f"record {at}" for at in range(given["records"])]
client_items = [f"record {at * 2}" for at in range(given["queries"])]

started = time.perf_counter()
server = psi.server.CreateWithNewKey(True)
setup = server.CreateSetupMessage(2 ** -given["bits"], len(client_items), server_items, psi.DataStructure.GCS)
prepared = time.perf_counter()
client = psi.client.CreateWithNewKey(True)
request = client.CreateRequest(client_items)
response = server.ProcessRequest(request)
found = client.GetIntersection(setup, response)
done = time.perf_counter()

json.dump(
    {
        "prepareSeconds": prepared - started,
        "askSeconds": done - prepared,
        "filterBytes": len(setup.SerializeToString()),
        "found": len(found),
    },
    sys.stdout,
)
