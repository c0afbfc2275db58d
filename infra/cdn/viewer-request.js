// Runs before the cache. Only "/" negotiates; every other address means one page.
var EDITIONS = ['en', 'ar', 'es'];
var DEFAULT = 'en';

function known(code) {
    return EDITIONS.indexOf(code) >= 0;
}

function redirect(status, description, location, cacheControl) {
    return {
        statusCode: status,
        statusDescription: description,
        headers: { location: { value: location }, 'cache-control': { value: cacheControl } }
    };
}

// The edition with the highest q-value; the reader's order breaks ties.
function preferred(header) {
    var best = '';
    var bestQ = 0;
    header.toLowerCase().split(',').forEach(function (range) {
        var parts = range.split(';');
        var code = parts[0].trim().split('-')[0];
        var q = 1;
        parts.slice(1).forEach(function (parameter) {
            var pair = parameter.split('=');
            if (pair[0].trim() === 'q') q = parseFloat(pair[1]);
        });
        if (code === '*') code = DEFAULT;
        if (known(code) && q > bestQ) {
            best = code;
            bestQ = q;
        }
    });
    return best;
}

function edition(request) {
    var cookie = request.cookies && request.cookies.ed ? request.cookies.ed.value : '';
    if (known(cookie)) return cookie;
    var header = request.headers['accept-language'];
    return (header && preferred(header.value)) || DEFAULT;
}

// A page that a browser fetches ahead may never be read, and the access logs could not tell it from
// one that is: the browser fetches it again when the reader goes there.
function isAhead(request) {
    var purpose = request.headers['sec-purpose'];
    return !!purpose && /prefetch|prerender/i.test(purpose.value);
}

function handler(event) {
    var request = event.request;
    var uri = request.uri;
    if (isAhead(request)) {
        return {
            statusCode: 503,
            statusDescription: 'Service Unavailable',
            headers: { 'cache-control': { value: 'no-store' } }
        };
    }
    if (uri === '/') {
        return redirect(302, 'Found', '/' + edition(request) + '/', 'private, no-store');
    }
    if (known(uri.slice(1))) {
        return redirect(301, 'Moved Permanently', uri + '/', 'public, max-age=86400');
    }
    if (uri.charAt(uri.length - 1) === '/') {
        request.uri = uri + 'index.html';
    }
    return request;
}
