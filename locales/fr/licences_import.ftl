# New people by file.

import-title = Ajouter des utilisateurs par fichier
import-text = Jusqu’à { $max } utilisateurs à la fois. Vous voyez d’abord chaque ligne avec ses erreurs ; ensuite tous sont ajoutés, ou personne.
import-columns = CSV (UTF-8 ou GB 18030) ou Excel, avec les colonnes { $columns }.
import-done = Les utilisateurs ont été ajoutés
import-faulty = { $count ->
    [one] { $count } ligne est à corriger
   *[other] { $count } lignes sont à corriger
}
import-faulty-text = D’ici là, personne n’est ajouté. Corrigez le fichier et renvoyez-le.
import-add = { $count ->
    [one] Ajouter { $count } utilisateur
   *[other] Ajouter { $count } utilisateurs
}
done-users-imported = Les utilisateurs ont été ajoutés
