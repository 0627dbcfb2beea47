"""Meets a node as ordinary clients do: taxii2-client, python-stix2 and stix2-validator, unchanged.

Reads the addresses and the account as JSON from standard input; writes what it found as JSON.
"""
import json
import sys

import stix2
import stix2validator
from taxii2client.v21 import Collection, Server, as_pages

given = json.load(sys.stdin)
account = {"user": given["email"], "password": given["password"]}
found = {}

server = Server(given["discovery"], **account)
found["title"] = server.title
root = server.default
collections = {collection.can_write: collection for collection in root.collections}
own, shared = collections[True], collections[False]
found["versions"] = root.versions
found["own"] = own.url == given["collection"]

# What clients write: domain objects, a relationship, observables, a version, an unknown extension.
malware = stix2.v21.Malware(name="Invented loader", is_family=False)
indicators = [
    stix2.v21.Indicator(
        name=f"Invented indicator {number}",
        pattern=f"[ipv4-addr:value = '198.51.100.{number}']",
        pattern_type="stix",
        valid_from="2024-07-01T08:00:00Z",
        object_marking_refs=[stix2.v21.TLP_GREEN],
    )
    for number in range(40)
]
observable = stix2.v21.DomainName(value="tickets.example")
relationship = stix2.v21.Relationship(indicators[0], "indicates", malware)
extended = stix2.parse(
    {
        **json.loads(malware.serialize()),
        "id": "malware--5f8ad1a4-4e8a-4a7b-9a31-5f7d6b3f3c0e",
        "extensions": {
            "extension-definition--a932fcc6-e032-476c-826f-cb970a5a1ade": {
                "extension_type": "property-extension",
                "invented_score": 7.5,
            }
        },
    },
    allow_custom=True,
)
written = [malware, *indicators, observable, relationship, extended]
status = own.add_objects({"objects": [json.loads(one.serialize()) for one in written]})
found["status"] = [status.status, status.success_count, status.failure_count]
status.refresh()
found["refreshed"] = status.success_count

# What clients read: whole, in pages, by filter, one by one.
whole = own.get_objects()["objects"]
found["equal"] = [json.loads(one.serialize()) for one in written] == whole
pages = list(as_pages(own.get_objects, per_request=7))
found["pages"] = [len(pages), [one for page in pages for one in page["objects"]] == whole]
manifest = [record for page in as_pages(own.get_manifest, per_request=9) for record in page["objects"]]
found["manifest"] = [record["id"] for record in manifest] == [one["id"] for one in whole]
later = [one for page in as_pages(own.get_objects, per_request=5, added_after=manifest[9]["date_added"])
         for one in page["objects"]]
found["added_after"] = later == whole[10:]
found["by_type"] = len(own.get_objects(type="indicator")["objects"])
found["by_id"] = own.get_objects(id=[malware.id, observable.id])["objects"] == [whole[0], whole[41]]
found["one"] = own.get_object(extended.id)["objects"][0]["extensions"]

newer = malware.new_version(name="Invented loader, seen again")
own.add_objects({"objects": [json.loads(newer.serialize())]})
found["versions_of"] = len(own.object_versions(malware.id)["versions"])
found["last"] = own.get_object(malware.id)["objects"][0]["name"]
found["first"] = own.get_object(malware.id, version="first")["objects"][0]["name"]
found["exact"] = own.get_object(malware.id, version=malware.modified)["objects"][0]["name"]
own.delete_object(malware.id, version="last")
found["after_delete"] = own.get_object(malware.id)["objects"][0]["name"]

# python-stix2's own store on the same collection.
store = stix2.TAXIICollectionStore(Collection(given["collection"], **account))
sighting = stix2.v21.Sighting(sighting_of_ref=indicators[0].id)
store.add(sighting)
found["store"] = [store.get(sighting.id).id == sighting.id,
                  len(store.query([stix2.Filter("type", "=", "indicator")]))]

# All that the server emits parses and validates, what was released included.
emitted = whole + [one for page in as_pages(shared.get_objects, per_request=50) for one in page["objects"]]
found["released"] = sorted({one["type"] for one in emitted[len(whole):]})
for one in emitted:
    stix2.parse(one, allow_custom=True)
options = stix2validator.ValidationOptions(version="2.1")
results = stix2validator.validate_instance({"type": "bundle", "objects": emitted,
                                            "id": "bundle--5d0092c5-5f74-4287-9642-33f4c354e56d"}, options)
found["invalid"] = [str(error)[:300] for error in results.errors]

json.dump(found, sys.stdout)
