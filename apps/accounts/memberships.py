"""Where the rows of a sheet of people go: people found by e-mail address, and the roles that they hold from and until.

A file never sets a password, never closes what it does not name, and never takes the last administrator away.
"""

import zlib
from datetime import date

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, connection, transaction
from django.db.models import Q
from django.urls import reverse

from apps.accounts.models import Membership, Organisation, Person, Role
from apps.core.changes import Refused
from apps.core.dates import long_date
from apps.core.landing import Existing, Found, Landing, keep_written, loaded_on, problem, rows_to_save
from apps.core.words import were

# What parts the parts of a key; no cell can hold it.
PART = "\x1f"
LONGEST = {"email": 254, "name": 200}
DATES = ("starts_on", "ends_on")
KEPT = ("email", "name")
NO_ADMINISTRATOR = "Nobody would be left who is an administrator without an end. Nothing was {done}."
OWN = "{name} cannot end or take back their own role by a file. Nothing was {done}: ask another administrator."
LATER = "{roles} changed after this file was saved, the first of them that of {first}. Nothing was taken back."
SIGNED_IN = "{people} signed in since the file added them, the first of them {first}. Nothing was taken back."
IN_USE = "Something hangs on the people whom this file added. Nothing was taken back: undo that first."


class PeopleLanding(Landing):
    """People and their roles; for administrators only."""

    def may_import(self, user):
        return user.role == Role.ADMINISTRATOR

    def destination(self, batch):
        return "people and their roles", reverse("admin:accounts_person_changelist")

    def key_of(self, fields):
        email = fields.get("email") or ""
        parts = (email, fields.get("role") or "", fields.get("organisation") or "", fields.get("starts_on") or "")
        return PART.join(parts).casefold() if email else ""

    def find(self, batch, keys):
        split = {key: key.split(PART) for key in keys}
        people = {person.email: person for person in Person.objects.filter(email__in={p[0] for p in split.values()})}
        organisations = {row.name.casefold(): row for row in Organisation.objects.all()}
        memberships = Membership.objects.filter(person__in=people.values()).select_related("person", "organisation")
        held = {}
        for row in memberships.order_by("starts_on", "pk"):
            key = (row.person.email, row.role, row.organisation.name.casefold())
            held.setdefault(key, []).append(row)
        chosen = {key: _chosen(held.get(tuple(parts[:3]), []), parts[3]) for key, parts in split.items()}
        known = {
            "people": people,
            "organisations": organisations,
            "lasting": set(_lasting(loaded_on(batch)).values_list("pk", flat=True)),
            "memberships": {row.pk: row for row in chosen.values() if row},
            "names": {},
            "taken": set(),
        }
        return Found({key: _existing(row) for key, row in chosen.items() if row}, known)

    def references(self, batch):
        """People with a role without an end whom no row names."""
        named = {email for pair in batch.rows.values_list("fields__email", "edits__email") for email in pair if email}
        people = Person.objects.filter(memberships__ends_on=None, is_active=True).exclude(email__in=named).distinct()
        return {f"#{person.pk}": f"{person.name} ({person.email})" for person in people.exclude(memberships=None)}

    def everything(self, batch):
        rows = Membership.objects.order_by("person__name", "person__email", "starts_on", "pk")
        names = ("person__email", "role", "organisation__name", "starts_on")
        return list(
            dict.fromkeys(
                PART.join((email, role, organisation, starts_on.isoformat())).casefold()
                for email, role, organisation, starts_on in rows.values_list(*names)
            )
        )

    def prepare(self, fields, existing, found, batch):
        membership = found.known["memberships"][existing.pk] if existing else None
        problems = [*_too_long(fields), *_wrong_dates(fields, existing), *_of_person(fields, existing, found)]
        problems += _twice(fields, existing, found)
        if membership:
            problems += _of_membership(fields, membership, found, batch)
        else:
            problems += _of_new(fields, found)
        return {name: fields.get(name) for name in ("name", *DATES)}, problems

    def added(self, fields, found, batch):
        """The person's name stays where the person is there already."""
        person = found.known["people"].get(fields.get("email"))
        return fields | ({"name": person.name} if person else {})

    def moved(self, batch):
        """Locks the roles of administrators and those that will be changed, always in one order."""
        rows = list(rows_to_save(batch).only("batch", "key", "matched", "matched_version"))
        changed = [row.matched for row in rows if row.matched]
        _lock(changed)
        existing = self.find(batch, [row.key for row in rows]).existing
        now = {key: (found.pk, found.version) for key, found in existing.items()}
        return sum((row.matched, row.matched_version) != now.get(row.key, (None, None)) for row in rows)

    def apply(self, batch, rows, by, on):
        rows = list(rows)
        had = _lasting(on).exists()
        found = self.find(batch, [row.key for row in rows])
        people = _add_people(rows, found)
        made = _add_memberships([row for row in rows if not row.matched], people, found, on)
        changed = _change([row for row in rows if row.matched], found, by)
        _require_administrator(had, on, "saved")
        for row in rows:
            membership = made.get(row.position) or changed[row.matched]
            row.written |= {"membership": membership.pk, "person": membership.person_id}
            row.written["version"] = _version(membership)
        keep_written(rows)
        return len(made), len(changed)

    def undo(self, batch, rows, by, on, reason):
        rows = list(rows)
        had = _lasting(on).exists()
        _lock([row.written["membership"] for row in rows])
        memberships = Membership.objects.select_related("person").in_bulk([row.written["membership"] for row in rows])
        _require_untouched(rows, memberships, by)
        _restore([row for row in rows if not row.written["is_new"]], memberships)
        _remove_added(batch)
        _require_administrator(had, on, "taken back")


def _chosen(held, starts_on):
    """The membership that a row means: the one that starts on its day, else the newest, unless it begins anew."""
    same = [row for row in held if row.starts_on.isoformat() == starts_on]
    if same or not held:
        return same[0] if same else None
    newest = max(held, key=lambda row: (row.ends_on is None, row.starts_on, row.pk))
    begins_anew = starts_on and newest.ends_on and starts_on > newest.ends_on.isoformat()
    return None if begins_anew else newest


def _lasting(on):
    """Roles of administrators who can sign in on a day, without an end."""
    roles = Membership.objects.filter(role=Role.ADMINISTRATOR, ends_on=None, person__is_active=True)
    return roles.filter(starts_on__lte=on)


def _lock(keys):
    rows = Membership.objects.filter(Q(pk__in=keys) | Q(role=Role.ADMINISTRATOR))
    list(rows.select_for_update(no_key=True).order_by("pk").values_list("pk"))


def _existing(row):
    values = {"name": row.person.name, "starts_on": row.starts_on.isoformat(), "ends_on": _iso(row.ends_on)}
    beside = {"email": row.person.email, "role": row.role, "organisation": row.organisation.name}
    return Existing(row.pk, _version(row), values, beside=beside)


def _version(row):
    """A number that differs as soon as anything does that a file could change."""
    return zlib.crc32(f"{row.person.name}|{row.starts_on}|{row.ends_on}".encode()) & 0x7FFFFFFF


def _iso(day):
    return day.isoformat() if day else None


def _day(text):
    return date.fromisoformat(text) if text else None


# What only the database knows of a row.


def _too_long(fields):
    for name, longest in LONGEST.items():
        if len(fields.get(name) or "") > longest:
            yield problem("too_long", name, f"{len(fields[name])} characters are too many: {longest} fit.")


def _wrong_dates(fields, existing):
    """Dates of the sheet against those here, where the sheet gives only one."""
    here = existing.values if existing else {}
    starts_on, ends_on = (fields.get(name) or here.get(name) for name in DATES)
    if starts_on and ends_on and ends_on < starts_on:
        words = f"It would end on {long_date(_day(ends_on))}, before it begins on {long_date(_day(starts_on))}."
        yield problem("date_order", "ends_on", words)


def _of_person(fields, existing, found):
    email, name = fields.get("email"), fields.get("name")
    person = found.known["people"].get(email)
    first = found.known["names"].setdefault(email, name)
    if email and name and first and first != name:
        words = f"A row above calls the same person “{first}”. Give both the same name."
        yield problem("name_twice", "name", words)
    if person is None and email:
        words = "Is new here: chooses a password by “I have forgotten my password” where one signs in."
        yield problem("person_new", "email", words, "note")
    elif person and not existing and name and name != person.name:
        words = f"Is called “{person.name}” here; the name stays."
        yield problem("name_stays", "name", words, "warning")
    if person and not person.is_active:
        words = "May not sign in at present; a file does not change that."
        yield problem("person_inactive", "email", words, "warning")


def _twice(fields, existing, found):
    """Two rows must not be about the same role of a person."""
    mine = existing.pk if existing else tuple(fields.get(name) for name in ("email", "role", "organisation"))
    if mine in found.known["taken"]:
        yield problem("role_twice", "role", "A row above is about the same role of this person. Leave one of them out.")
    found.known["taken"].add(mine)


def _of_new(fields, found):
    organisation = fields.get("organisation")
    if not organisation:
        yield problem("organisation_missing", "organisation", "Say for which organisation.")
    elif organisation.casefold() not in found.known["organisations"]:
        words = f"No organisation is called “{organisation}” here. Add it under Administration first, or mend the name."
        yield problem("organisation_unknown", "organisation", words)
    if not fields.get("starts_on"):
        words = "The sheet gives no first day: the role begins on the day on which the file is saved."
        yield problem("start_missing", "starts_on", words, "note")
    if fields.get("role") == Role.ADMINISTRATOR:
        words = "Becomes an administrator, who may see to everybody's roles."
        yield problem("administrator_new", "role", words, "warning")


def _of_membership(fields, membership, found, batch):
    """Nobody moves the dates of their own role, nor of the last administrator's."""
    here = {name: _iso(getattr(membership, name)) for name in DATES}
    if all(not fields.get(name) or fields[name] == here[name] for name in DATES):
        return
    if membership.person_id == batch.uploaded_by_id:
        words = "This is your own role: another administrator must change its dates."
        yield problem("own_role", "ends_on", words)
    elif found.known["lasting"] == {membership.pk}:
        words = "This is the last administrator: a file does not move this role."
        yield problem("last_administrator", "ends_on", words)


# Saving.


def _add_people(rows, found):
    """People by their address, those added who were not there; none of them has a password."""
    people, wanted = found.known["people"], {}
    for row in rows:
        fields = row.shown
        is_new_person = fields["email"] not in people and fields["email"] not in wanted
        row.written = {"is_new": row.matched is None, "is_new_person": is_new_person}
        if is_new_person:
            kept = {name: fields[name] for name in KEPT}
            wanted[fields["email"]] = Person(password=make_password(None), **kept)
    return people | {person.email: person for person in Person.objects.bulk_create(wanted.values())}


def _add_memberships(rows, people, found, on):
    made = {}
    for row in rows:
        fields = row.shown
        made[row.position] = Membership(
            person=people[fields["email"]],
            role=fields["role"],
            organisation=found.known["organisations"][fields["organisation"].casefold()],
            starts_on=_day(fields.get("starts_on")) or on,
            ends_on=_day(fields.get("ends_on")),
        )
        if made[row.position].ends_on and made[row.position].ends_on < made[row.position].starts_on:
            raise Refused(f"Row {row.number} of {row.sheet} would end before it begins. Give its first day.")
    Membership.objects.bulk_create(made.values())
    return made


def _change(rows, found, by):
    changed = {row.matched: found.known["memberships"][row.matched] for row in rows}
    # Several roles of one person share the person.
    people = {membership.person_id: membership.person for membership in changed.values()}
    for row in rows:
        membership = changed[row.matched]
        person = membership.person = people[membership.person_id]
        told = {name: new for name, (_, new) in row.changes.items()}
        row.written["before"] = {"name": person.name} | {name: _iso(getattr(membership, name)) for name in DATES}
        if by is not None and person.pk == by.pk and set(told) & set(DATES):
            raise Refused(OWN.format(name=person.name, done="saved"))
        person.name = told.get("name", person.name)
        for name in set(told) & set(DATES):
            setattr(membership, name, _day(told[name]))
    Membership.objects.bulk_update(changed.values(), DATES, batch_size=500)
    Person.objects.bulk_update(people.values(), ["name"], batch_size=500)
    return changed


def _require_administrator(had, on, done):
    if had and not _lasting(on).exists():
        raise Refused(NO_ADMINISTRATOR.format(done=done))


# Taking back.


def _require_untouched(rows, memberships, by):
    moved = [row for row in rows if _version(memberships[row.written["membership"]]) != row.written["version"]]
    if moved:
        first = memberships[moved[0].written["membership"]].person
        raise Refused(LATER.format(roles=were(len(moved), "role"), first=first.name))
    if by is not None and any(row.written["person"] == by.pk for row in rows):
        raise Refused(OWN.format(name=by.name, done="taken back"))
    new = [memberships[row.written["membership"]].person for row in rows if row.written["is_new_person"]]
    signed_in = [person for person in new if person.last_login]
    if signed_in:
        people = "1 person has" if len(signed_in) == 1 else f"{len(signed_in)} people have"
        raise Refused(SIGNED_IN.format(people=people, first=signed_in[0].name))


def _restore(rows, memberships):
    people = {membership.person_id: membership.person for membership in memberships.values()}
    # The last row of a person was written last, so that the first says how it was before.
    for row in reversed(rows):
        membership, before = memberships[row.written["membership"]], row.written["before"]
        people[membership.person_id].name = before["name"]
        for name in DATES:
            setattr(membership, name, _day(before[name]))
    changed = [memberships[row.written["membership"]] for row in rows]
    Membership.objects.bulk_update(changed, DATES, batch_size=500)
    Person.objects.bulk_update({row.person_id: people[row.person_id] for row in changed}.values(), ["name"])


def _remove_added(batch):
    """Roles and people that only this batch knows are removed by the owner of the tables; the history keeps them."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("CALL public.accounts_take_back_batch(%s)", [batch.pk])
    except IntegrityError:
        raise Refused(IN_USE) from None
