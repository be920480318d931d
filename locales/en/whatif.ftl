# What a change would cost, before it is made.

whatif-show = Show what it costs
whatif-title = What it costs
whatif-none = Nothing changes on the invoice of { $day }.
whatif-sum = On the invoice of { $day }: { $with } instead of { $without }, tax included
whatif-without = Without this change
whatif-with = With this change
whatif-difference = Difference
whatif-scope = Tax included, for the subscriptions that it concerns
whatif-lines = Lines on the invoice of { $day }
whatif-instead = Lines that it replaces
whatif-new = New
whatif-in-any-case = In any case
whatif-agreed = These figures are exact as of today. If anything changes before you confirm, nothing is done, and you see the new figures.
whatif-not-known = What it costs cannot be shown

err-whatif-changed = It would no longer cost what you were shown. Nothing was done. Look at the new figures, then confirm again.

## The arithmetic of a line

arithmetic-exact = This comes out in whole fen; nothing is rounded.
arithmetic-up = Exactly { $exact }, rounded up to whole fen.
arithmetic-down = Exactly { $exact }, rounded down to whole fen.
arithmetic-discount = Discount: { $percent } % of { $amount } = { $discount }
arithmetic-tax = Tax: { $percent } % of { $subtotal } = { $tax }
