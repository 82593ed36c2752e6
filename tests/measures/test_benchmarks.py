import pytest
from apps.dashboards import bury
from tests.cast import client_of
import time

def test_p(parent, settings, tmp_path, django_assert_num_queries):
    settings.DATA_DIR=tmp_path
    bury.load_statistics()
    c=client_of(parent)
    t=time.time(); r=c.get("/benchmarks/"); print(r.status_code, time.time()-t)
    t=time.time(); r=c.get("/benchmarks/"); print(r.status_code, time.time()-t)
    open('/tmp/b.html','w').write(r.text)
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    with CaptureQueriesContext(connection) as q: c.get("/benchmarks/")
    for x in q: print(x['time'],x['sql'][:150])
    from apps.measures.models import Observation
    print({s: Observation.objects.filter(state=s).count() for s in Observation.objects.values_list('state',flat=True).distinct().order_by()}, Observation.objects.filter(is_break=True).count())
    assert 0
