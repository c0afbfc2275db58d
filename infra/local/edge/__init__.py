"""The CDN in front of the local cloud: what the emulated distribution lacks of CloudFront.

`front.py` is the port that readers use, `edge.py` what CloudFront does with a request, `cache.py`
the cache as pure rules, `distribution.py` what the template says of it. Development only.
"""
