// S3 behind a CDN cannot answer 410 or 301 by itself: an object says so in its metadata.
var DESCRIPTIONS = { 301: 'Moved Permanently', 404: 'Not Found', 410: 'Gone' };

function handler(event) {
    var response = event.response;
    var headers = response.headers;
    var said = headers['x-amz-meta-status'];
    var status = said ? parseInt(said.value, 10) : 0;
    var location = headers['x-amz-meta-location'];
    // A conditional request answered 304 keeps its status: the reader has the page already.
    if (response.statusCode < 300) {
        if (DESCRIPTIONS[status]) {
            response.statusCode = status;
            response.statusDescription = DESCRIPTIONS[status];
        }
        if (location) {
            response.statusCode = 301;
            response.statusDescription = DESCRIPTIONS[301];
            headers.location = { value: location.value };
        }
    }
    Object.keys(headers).forEach(function (name) {
        // CloudFront's own x-amz-cf-* may not be touched; the bucket's are nobody's business.
        if (name.indexOf('x-amz-') === 0 && name.indexOf('x-amz-cf-') !== 0) delete headers[name];
    });
    return response;
}
