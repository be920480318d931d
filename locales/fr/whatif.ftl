# Ce qu’une modification coûterait, avant qu’elle soit faite.

whatif-show = Voir ce que cela coûte
whatif-title = Ce que cela coûte
whatif-none = Rien ne change sur la facture du { $day }.
whatif-sum = Sur la facture du { $day } : { $with } au lieu de { $without }, taxe comprise
whatif-without = Sans cette modification
whatif-with = Avec cette modification
whatif-difference = Différence
whatif-scope = Taxe comprise, pour les abonnements concernés
whatif-lines = Lignes de la facture du { $day }
whatif-instead = Lignes remplacées
whatif-new = Nouvelle
whatif-in-any-case = Dans tous les cas
whatif-agreed = Ces montants sont exacts à ce jour. Si quoi que ce soit change avant votre confirmation, rien n’est fait et les nouveaux montants s’affichent.
whatif-not-known = Le coût ne peut pas être affiché

err-whatif-changed = Le coût n’est plus celui qui vous a été montré. Rien n’a été fait. Vérifiez les nouveaux montants, puis confirmez de nouveau.

## Le calcul d’une ligne

arithmetic-exact = Le résultat tombe juste au fen ; rien n’est arrondi.
arithmetic-up = Exactement { $exact }, arrondi au fen supérieur.
arithmetic-down = Exactement { $exact }, arrondi au fen inférieur.
arithmetic-discount = Remise : { $percent } % de { $amount } = { $discount }
arithmetic-tax = Taxe : { $percent } % de { $subtotal } = { $tax }
