"""When meetings hold, when they are lost and why: the Access tab of an account.

Everything here is said on the customer's clock. It shows what `journal.analysis.access` tells and
judges nothing itself. Strange to the other features: what leads there is a signal.
"""
