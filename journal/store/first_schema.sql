-- The first schema, whole. This text is frozen: a later schema is a later step.
-- References are checked when a transaction ends, so records may be written in any order;
-- each has an index, or emptying the trash would read every table for every row.

CREATE TABLE accounts (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    aim TEXT NOT NULL CHECK (aim IN ('repair', 'raise', 'maintain')),
    unit TEXT NOT NULL,
    place TEXT NOT NULL,
    address TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    travel_min INTEGER,
    contact_interval_days INTEGER,
    note TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL,
    CHECK (travel_min >= 0),
    CHECK (contact_interval_days >= 1)
) STRICT;

CREATE TABLE people (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    is_self INTEGER NOT NULL CHECK (is_self IN (0, 1)),
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    remember TEXT NOT NULL,
    avoid TEXT NOT NULL,
    note TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL
) STRICT;

CREATE TABLE roles (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    person_id TEXT NOT NULL REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    side TEXT NOT NULL CHECK (side IN ('ours', 'theirs')),
    title TEXT NOT NULL,
    buying_role TEXT CHECK (buying_role IN ('decides', 'approves', 'buys', 'influences', 'uses', 'guards')),
    support TEXT CHECK (support IN ('against', 'doubtful', 'neutral', 'for', 'champion')),
    reports_to_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    "start" TEXT,
    "end" TEXT,
    note TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL,
    CHECK ("end" >= "start"),
    CHECK (reports_to_id <> person_id)
) STRICT;

CREATE INDEX roles_account_id ON roles (account_id);

CREATE INDEX roles_person_id ON roles (person_id);

CREATE INDEX roles_reports_to_id ON roles (reports_to_id) WHERE reports_to_id IS NOT NULL;

CREATE TABLE standing_commitments (
    id TEXT PRIMARY KEY NOT NULL,
    person_id TEXT NOT NULL REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL,
    rule TEXT NOT NULL,
    first_day TEXT NOT NULL,
    "start" TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    zone TEXT NOT NULL,
    last_day TEXT,
    basis TEXT NOT NULL CHECK (basis IN ('said', 'reported', 'guess')),
    note TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL,
    CHECK (minutes BETWEEN 1 AND 1440),
    CHECK (last_day >= first_day)
) STRICT;

CREATE INDEX standing_commitments_person_id ON standing_commitments (person_id);

CREATE TABLE meetings (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    status TEXT NOT NULL CHECK (status IN ('planned', 'held', 'cancelled', 'no_show', 'moved')),
    kind TEXT NOT NULL CHECK (kind IN ('visit', 'call', 'video', 'letter')),
    minutes INTEGER,
    held_minutes INTEGER,
    place TEXT NOT NULL,
    travel_min INTEGER,
    purpose TEXT NOT NULL,
    best TEXT NOT NULL,
    least TEXT NOT NULL,
    opening TEXT NOT NULL,
    summary TEXT NOT NULL,
    notes TEXT NOT NULL,
    outcome TEXT CHECK (outcome IN ('best', 'least', 'neither')),
    successor_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    starts_at TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    starts_utc INTEGER NOT NULL,
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
    minute_of_day INTEGER CHECK (minute_of_day BETWEEN 0 AND 1439),
    cancelled_by TEXT CHECK (cancelled_by IN ('ours', 'theirs')),
    cancelled_by_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    cancelled_at TEXT,
    whereabouts TEXT CHECK (whereabouts IN ('at_the_door', 'on_the_way', 'before_leaving')),
    stated_reason TEXT,
    found_reason TEXT,
    found_commitment_id TEXT REFERENCES standing_commitments (id) DEFERRABLE INITIALLY DEFERRED,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL,
    CHECK (minutes >= 1),
    CHECK (held_minutes >= 1),
    CHECK (travel_min >= 0),
    CHECK (status NOT IN ('cancelled', 'moved') OR cancelled_by IS NOT NULL),
    CHECK (status NOT IN ('planned', 'held') OR cancelled_by IS NULL),
    CHECK (successor_id IS NULL OR (status = 'moved' AND successor_id <> id))
) STRICT;

CREATE INDEX meetings_account_id ON meetings (account_id, starts_utc);

CREATE INDEX meetings_successor_id ON meetings (successor_id) WHERE successor_id IS NOT NULL;

CREATE INDEX meetings_cancelled_by_id ON meetings (cancelled_by_id) WHERE cancelled_by_id IS NOT NULL;

CREATE INDEX meetings_found_commitment_id ON meetings (found_commitment_id) WHERE found_commitment_id IS NOT NULL;

CREATE TABLE participations (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    person_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    account_id TEXT REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    came INTEGER CHECK (came IN (0, 1)),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL,
    CHECK (person_id IS NOT NULL OR account_id IS NOT NULL)
) STRICT;

CREATE INDEX participations_meeting_id ON participations (meeting_id);

CREATE INDEX participations_person_id ON participations (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX participations_account_id ON participations (account_id) WHERE account_id IS NOT NULL;

CREATE TABLE ratings (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    day TEXT NOT NULL,
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
    viewpoint TEXT NOT NULL CHECK (viewpoint IN ('ours', 'theirs_said', 'theirs_guessed')),
    facet TEXT NOT NULL CHECK (facet IN ('overall', 'trust', 'satisfaction', 'commitment')),
    person_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    meeting_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    remark TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL
) STRICT;

CREATE INDEX ratings_account_id ON ratings (account_id, day);

CREATE INDEX ratings_person_id ON ratings (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX ratings_meeting_id ON ratings (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE TABLE goals (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
    "by" TEXT NOT NULL,
    set_on TEXT NOT NULL,
    sentence TEXT NOT NULL,
    shared_on TEXT,
    shared_with_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    ended_on TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL,
    CHECK ("by" >= set_on)
) STRICT;

CREATE INDEX goals_account_id ON goals (account_id);

CREATE INDEX goals_shared_with_id ON goals (shared_with_id) WHERE shared_with_id IS NOT NULL;

CREATE TABLE metrics (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    noted_on TEXT,
    basis TEXT NOT NULL CHECK (basis IN ('said', 'reported', 'guess')),
    reported_by_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'shareable')),
    agreement TEXT NOT NULL CHECK (agreement IN ('not_raised', 'agreed', 'changed', 'declined')),
    agreed_wording TEXT NOT NULL,
    position INTEGER NOT NULL,
    meeting_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    negotiation_id TEXT REFERENCES negotiations (id) DEFERRABLE INITIALLY DEFERRED,
    side TEXT NOT NULL CHECK (side IN ('ours', 'theirs')),
    person_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    unit TEXT NOT NULL,
    target TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL
) STRICT;

CREATE INDEX metrics_account_id ON metrics (account_id);

CREATE INDEX metrics_reported_by_id ON metrics (reported_by_id) WHERE reported_by_id IS NOT NULL;

CREATE INDEX metrics_meeting_id ON metrics (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE INDEX metrics_negotiation_id ON metrics (negotiation_id) WHERE negotiation_id IS NOT NULL;

CREATE INDEX metrics_person_id ON metrics (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE metric_readings (
    id TEXT PRIMARY KEY NOT NULL,
    metric_id TEXT NOT NULL REFERENCES metrics (id) DEFERRABLE INITIALLY DEFERRED,
    day TEXT NOT NULL,
    value REAL NOT NULL,
    note TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL
) STRICT;

CREATE INDEX metric_readings_metric_id ON metric_readings (metric_id, day);

CREATE TABLE alignments (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    their_metric_id TEXT NOT NULL REFERENCES metrics (id) DEFERRABLE INITIALLY DEFERRED,
    our_metric_id TEXT NOT NULL REFERENCES metrics (id) DEFERRABLE INITIALLY DEFERRED,
    perceived TEXT CHECK (perceived IN ('against', 'neutral', 'supports')),
    perceived_on TEXT,
    perceived_by_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    checked TEXT CHECK (checked IN ('against', 'neutral', 'supports')),
    checked_on TEXT,
    evidence TEXT NOT NULL,
    meeting_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'shareable')),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL,
    CHECK (their_metric_id <> our_metric_id)
) STRICT;

CREATE INDEX alignments_account_id ON alignments (account_id);

CREATE INDEX alignments_their_metric_id ON alignments (their_metric_id);

CREATE INDEX alignments_our_metric_id ON alignments (our_metric_id);

CREATE INDEX alignments_perceived_by_id ON alignments (perceived_by_id) WHERE perceived_by_id IS NOT NULL;

CREATE INDEX alignments_meeting_id ON alignments (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE TABLE negotiations (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL,
    opened_on TEXT NOT NULL,
    closed_on TEXT,
    result TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL,
    CHECK (closed_on >= opened_on)
) STRICT;

CREATE INDEX negotiations_account_id ON negotiations (account_id);

CREATE TABLE barriers (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    noted_on TEXT,
    basis TEXT NOT NULL CHECK (basis IN ('said', 'reported', 'guess')),
    reported_by_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'shareable')),
    agreement TEXT NOT NULL CHECK (agreement IN ('not_raised', 'agreed', 'changed', 'declined')),
    agreed_wording TEXT NOT NULL,
    position INTEGER NOT NULL,
    meeting_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    negotiation_id TEXT REFERENCES negotiations (id) DEFERRABLE INITIALLY DEFERRED,
    share TEXT NOT NULL CHECK (share IN ('ours', 'theirs', 'shared')),
    named_by TEXT NOT NULL CHECK (named_by IN ('ours', 'theirs', 'shared')),
    named_by_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    named_on TEXT,
    acknowledged_on TEXT,
    lifted_on TEXT,
    lifted_how TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL
) STRICT;

CREATE INDEX barriers_account_id ON barriers (account_id);

CREATE INDEX barriers_reported_by_id ON barriers (reported_by_id) WHERE reported_by_id IS NOT NULL;

CREATE INDEX barriers_meeting_id ON barriers (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE INDEX barriers_negotiation_id ON barriers (negotiation_id) WHERE negotiation_id IS NOT NULL;

CREATE INDEX barriers_named_by_id ON barriers (named_by_id) WHERE named_by_id IS NOT NULL;

CREATE TABLE visions (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    noted_on TEXT,
    basis TEXT NOT NULL CHECK (basis IN ('said', 'reported', 'guess')),
    reported_by_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'shareable')),
    agreement TEXT NOT NULL CHECK (agreement IN ('not_raised', 'agreed', 'changed', 'declined')),
    agreed_wording TEXT NOT NULL,
    position INTEGER NOT NULL,
    meeting_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    negotiation_id TEXT REFERENCES negotiations (id) DEFERRABLE INITIALLY DEFERRED,
    side TEXT NOT NULL CHECK (side IN ('ours', 'theirs')),
    due_on TEXT NOT NULL,
    person_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    outcome TEXT CHECK (outcome IN ('reached', 'partly', 'not_reached')),
    outcome_on TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL
) STRICT;

CREATE INDEX visions_account_id ON visions (account_id);

CREATE INDEX visions_reported_by_id ON visions (reported_by_id) WHERE reported_by_id IS NOT NULL;

CREATE INDEX visions_meeting_id ON visions (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE INDEX visions_negotiation_id ON visions (negotiation_id) WHERE negotiation_id IS NOT NULL;

CREATE INDEX visions_person_id ON visions (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE norms (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    noted_on TEXT,
    basis TEXT NOT NULL CHECK (basis IN ('said', 'reported', 'guess')),
    reported_by_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'shareable')),
    agreement TEXT NOT NULL CHECK (agreement IN ('not_raised', 'agreed', 'changed', 'declined')),
    agreed_wording TEXT NOT NULL,
    position INTEGER NOT NULL,
    meeting_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    negotiation_id TEXT REFERENCES negotiations (id) DEFERRABLE INITIALLY DEFERRED,
    side TEXT NOT NULL CHECK (side IN ('ours', 'theirs')),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL
) STRICT;

CREATE INDEX norms_account_id ON norms (account_id);

CREATE INDEX norms_reported_by_id ON norms (reported_by_id) WHERE reported_by_id IS NOT NULL;

CREATE INDEX norms_meeting_id ON norms (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE INDEX norms_negotiation_id ON norms (negotiation_id) WHERE negotiation_id IS NOT NULL;

CREATE TABLE interests (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    noted_on TEXT,
    basis TEXT NOT NULL CHECK (basis IN ('said', 'reported', 'guess')),
    reported_by_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'shareable')),
    agreement TEXT NOT NULL CHECK (agreement IN ('not_raised', 'agreed', 'changed', 'declined')),
    agreed_wording TEXT NOT NULL,
    position INTEGER NOT NULL,
    meeting_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    negotiation_id TEXT REFERENCES negotiations (id) DEFERRABLE INITIALLY DEFERRED,
    side TEXT NOT NULL CHECK (side IN ('ours', 'theirs', 'shared')),
    person_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL
) STRICT;

CREATE INDEX interests_account_id ON interests (account_id);

CREATE INDEX interests_reported_by_id ON interests (reported_by_id) WHERE reported_by_id IS NOT NULL;

CREATE INDEX interests_meeting_id ON interests (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE INDEX interests_negotiation_id ON interests (negotiation_id) WHERE negotiation_id IS NOT NULL;

CREATE INDEX interests_person_id ON interests (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE criteria (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    noted_on TEXT,
    basis TEXT NOT NULL CHECK (basis IN ('said', 'reported', 'guess')),
    reported_by_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'shareable')),
    agreement TEXT NOT NULL CHECK (agreement IN ('not_raised', 'agreed', 'changed', 'declined')),
    agreed_wording TEXT NOT NULL,
    position INTEGER NOT NULL,
    meeting_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    negotiation_id TEXT REFERENCES negotiations (id) DEFERRABLE INITIALLY DEFERRED,
    side TEXT NOT NULL CHECK (side IN ('ours', 'theirs', 'shared')),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL
) STRICT;

CREATE INDEX criteria_account_id ON criteria (account_id);

CREATE INDEX criteria_reported_by_id ON criteria (reported_by_id) WHERE reported_by_id IS NOT NULL;

CREATE INDEX criteria_meeting_id ON criteria (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE INDEX criteria_negotiation_id ON criteria (negotiation_id) WHERE negotiation_id IS NOT NULL;

CREATE TABLE options (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    noted_on TEXT,
    basis TEXT NOT NULL CHECK (basis IN ('said', 'reported', 'guess')),
    reported_by_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'shareable')),
    agreement TEXT NOT NULL CHECK (agreement IN ('not_raised', 'agreed', 'changed', 'declined')),
    agreed_wording TEXT NOT NULL,
    position INTEGER NOT NULL,
    meeting_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    negotiation_id TEXT REFERENCES negotiations (id) DEFERRABLE INITIALLY DEFERRED,
    answer TEXT NOT NULL,
    answered_on TEXT,
    refused INTEGER NOT NULL CHECK (refused IN (0, 1)),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL
) STRICT;

CREATE INDEX options_account_id ON options (account_id);

CREATE INDEX options_reported_by_id ON options (reported_by_id) WHERE reported_by_id IS NOT NULL;

CREATE INDEX options_meeting_id ON options (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE INDEX options_negotiation_id ON options (negotiation_id) WHERE negotiation_id IS NOT NULL;

CREATE TABLE option_links (
    id TEXT PRIMARY KEY NOT NULL,
    option_id TEXT NOT NULL REFERENCES options (id) DEFERRABLE INITIALLY DEFERRED,
    interest_id TEXT REFERENCES interests (id) DEFERRABLE INITIALLY DEFERRED,
    criterion_id TEXT REFERENCES criteria (id) DEFERRABLE INITIALLY DEFERRED,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL,
    CHECK ((interest_id IS NULL) <> (criterion_id IS NULL))
) STRICT;

CREATE INDEX option_links_option_id ON option_links (option_id);

CREATE INDEX option_links_interest_id ON option_links (interest_id) WHERE interest_id IS NOT NULL;

CREATE INDEX option_links_criterion_id ON option_links (criterion_id) WHERE criterion_id IS NOT NULL;

CREATE TABLE alternatives (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    noted_on TEXT,
    basis TEXT NOT NULL CHECK (basis IN ('said', 'reported', 'guess')),
    reported_by_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'shareable')),
    agreement TEXT NOT NULL CHECK (agreement IN ('not_raised', 'agreed', 'changed', 'declined')),
    agreed_wording TEXT NOT NULL,
    position INTEGER NOT NULL,
    meeting_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    negotiation_id TEXT REFERENCES negotiations (id) DEFERRABLE INITIALLY DEFERRED,
    side TEXT NOT NULL CHECK (side IN ('ours', 'theirs')),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL
) STRICT;

CREATE INDEX alternatives_account_id ON alternatives (account_id);

CREATE INDEX alternatives_reported_by_id ON alternatives (reported_by_id) WHERE reported_by_id IS NOT NULL;

CREATE INDEX alternatives_meeting_id ON alternatives (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE INDEX alternatives_negotiation_id ON alternatives (negotiation_id) WHERE negotiation_id IS NOT NULL;

CREATE TABLE questions (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    noted_on TEXT,
    basis TEXT NOT NULL CHECK (basis IN ('said', 'reported', 'guess')),
    reported_by_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'shareable')),
    agreement TEXT NOT NULL CHECK (agreement IN ('not_raised', 'agreed', 'changed', 'declined')),
    agreed_wording TEXT NOT NULL,
    position INTEGER NOT NULL,
    meeting_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    negotiation_id TEXT REFERENCES negotiations (id) DEFERRABLE INITIALLY DEFERRED,
    person_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    asked_on TEXT,
    answer TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL
) STRICT;

CREATE INDEX questions_account_id ON questions (account_id);

CREATE INDEX questions_reported_by_id ON questions (reported_by_id) WHERE reported_by_id IS NOT NULL;

CREATE INDEX questions_meeting_id ON questions (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE INDEX questions_negotiation_id ON questions (negotiation_id) WHERE negotiation_id IS NOT NULL;

CREATE INDEX questions_person_id ON questions (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE promises (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    noted_on TEXT,
    basis TEXT NOT NULL CHECK (basis IN ('said', 'reported', 'guess')),
    reported_by_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'shareable')),
    agreement TEXT NOT NULL CHECK (agreement IN ('not_raised', 'agreed', 'changed', 'declined')),
    agreed_wording TEXT NOT NULL,
    position INTEGER NOT NULL,
    meeting_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    negotiation_id TEXT REFERENCES negotiations (id) DEFERRABLE INITIALLY DEFERRED,
    side TEXT NOT NULL CHECK (side IN ('ours', 'theirs')),
    person_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    to_person_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    made_on TEXT,
    due_on TEXT,
    kept_on TEXT,
    dropped_on TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL,
    CHECK (kept_on IS NULL OR dropped_on IS NULL)
) STRICT;

CREATE INDEX promises_account_id ON promises (account_id);

CREATE INDEX promises_reported_by_id ON promises (reported_by_id) WHERE reported_by_id IS NOT NULL;

CREATE INDEX promises_meeting_id ON promises (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE INDEX promises_negotiation_id ON promises (negotiation_id) WHERE negotiation_id IS NOT NULL;

CREATE INDEX promises_person_id ON promises (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX promises_to_person_id ON promises (to_person_id) WHERE to_person_id IS NOT NULL;

CREATE TABLE quotes (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    noted_on TEXT,
    basis TEXT NOT NULL CHECK (basis IN ('said', 'reported', 'guess')),
    reported_by_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'shareable')),
    agreement TEXT NOT NULL CHECK (agreement IN ('not_raised', 'agreed', 'changed', 'declined')),
    agreed_wording TEXT NOT NULL,
    position INTEGER NOT NULL,
    meeting_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    negotiation_id TEXT REFERENCES negotiations (id) DEFERRABLE INITIALLY DEFERRED,
    person_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    said_on TEXT,
    pinned INTEGER NOT NULL CHECK (pinned IN (0, 1)),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL
) STRICT;

CREATE INDEX quotes_account_id ON quotes (account_id);

CREATE INDEX quotes_reported_by_id ON quotes (reported_by_id) WHERE reported_by_id IS NOT NULL;

CREATE INDEX quotes_meeting_id ON quotes (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE INDEX quotes_negotiation_id ON quotes (negotiation_id) WHERE negotiation_id IS NOT NULL;

CREATE INDEX quotes_person_id ON quotes (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE issued_documents (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('brief', 'framework')),
    version INTEGER NOT NULL,
    issued_on TEXT NOT NULL,
    recipients TEXT NOT NULL,
    digest TEXT NOT NULL,
    meeting_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    negotiation_id TEXT REFERENCES negotiations (id) DEFERRABLE INITIALLY DEFERRED,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL,
    CHECK (version >= 1)
) STRICT;

CREATE INDEX issued_documents_account_id ON issued_documents (account_id);

CREATE INDEX issued_documents_meeting_id ON issued_documents (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE INDEX issued_documents_negotiation_id ON issued_documents (negotiation_id) WHERE negotiation_id IS NOT NULL;

CREATE TABLE issued_lines (
    id TEXT PRIMARY KEY NOT NULL,
    document_id TEXT NOT NULL REFERENCES issued_documents (id) DEFERRABLE INITIALLY DEFERRED,
    section TEXT NOT NULL,
    text TEXT NOT NULL,
    record TEXT,
    position INTEGER NOT NULL,
    agreement TEXT NOT NULL CHECK (agreement IN ('not_raised', 'agreed', 'changed', 'declined')),
    agreed_wording TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL
) STRICT;

CREATE INDEX issued_lines_document_id ON issued_lines (document_id);

CREATE TABLE attachments (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    meeting_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    note TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL,
    CHECK (size_bytes >= 0)
) STRICT;

CREATE INDEX attachments_account_id ON attachments (account_id);

CREATE INDEX attachments_meeting_id ON attachments (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE TABLE origins (
    id TEXT PRIMARY KEY NOT NULL,
    record TEXT NOT NULL,
    source TEXT NOT NULL,
    key TEXT NOT NULL,
    digest TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    revision INTEGER NOT NULL,
    row_digest TEXT NOT NULL
) STRICT;

CREATE INDEX meetings_starts_utc ON meetings (starts_utc, id);

CREATE INDEX meetings_status ON meetings (account_id, status, starts_utc) WHERE deleted_at IS NULL;

CREATE INDEX meetings_slot ON meetings (account_id, weekday, status, minute_of_day);

CREATE UNIQUE INDEX people_self ON people (is_self) WHERE is_self = 1 AND deleted_at IS NULL;

CREATE UNIQUE INDEX negotiations_open ON negotiations (account_id) WHERE closed_on IS NULL AND deleted_at IS NULL;

CREATE UNIQUE INDEX issued_documents_version ON issued_documents (account_id, kind, version) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX origins_key ON origins (source, key) WHERE deleted_at IS NULL;

CREATE INDEX origins_record ON origins (record);

CREATE INDEX promises_owed ON promises (due_on) WHERE kept_on IS NULL AND dropped_on IS NULL AND deleted_at IS NULL;

CREATE TABLE changes (
    number INTEGER PRIMARY KEY NOT NULL,
    at TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'purge')),
    target INTEGER REFERENCES changes (number),
    CHECK ((kind IN ('undo', 'redo')) = (target IS NOT NULL))
) STRICT;

CREATE INDEX changes_target ON changes (target) WHERE target IS NOT NULL;

CREATE TABLE history (
    number INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    change INTEGER NOT NULL REFERENCES changes (number),
    table_name TEXT NOT NULL,
    record TEXT NOT NULL,
    before TEXT,
    after TEXT,
    CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;

CREATE INDEX history_change ON history (change);

CREATE INDEX history_record ON history (record);

CREATE TABLE search_documents (
    key INTEGER PRIMARY KEY NOT NULL,
    table_name TEXT NOT NULL,
    record TEXT NOT NULL UNIQUE,
    account_id TEXT,
    happened_utc INTEGER NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    accounts TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5 (
    title, body, accounts,
    content = 'search_documents', content_rowid = 'key',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
